/** The value of `--faults`: a document of faults, or the file that holds one. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FAULTS, type FaultsInput } from './model';

const NAMES = `The document may have ${Object.keys(FAULTS.shape).join(', ')}.`;

/** @throws Error in words for the person at the terminal. */
export function readFaults(text: string, seed?: number): FaultsInput {
  const document = FAULTS.safeParse(parse(text.trimStart().startsWith('{') ? text : read(text)));
  if (!document.success) throw new Error(`--faults: ${z.prettifyError(document.error)}\n${NAMES}`);
  return seed === undefined ? document.data : { ...document.data, seed };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`--faults takes JSON or a file of it; "${file}" cannot be read.`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('--faults takes JSON or a file of it; this is not JSON.');
  }
}
