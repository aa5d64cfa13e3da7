import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = process.env.REFERENCE_DATA ?? path.resolve(__dirname, '../../../../shared/data');

/**
 * Reads a file of the reference data, which is not part of the project: `../shared/data` beside it, or the folder that
 * REFERENCE_DATA names. Undefined where it is absent; with REQUIRE_REFERENCE_DATA=1, as in CI, that is an error.
 */
export function readReferenceData(file: string): unknown {
  const location = path.join(FOLDER, file);
  if (existsSync(location)) return JSON.parse(readFileSync(location, 'utf8'));
  if (process.env.REQUIRE_REFERENCE_DATA === '1') throw new Error(`there is no ${location}`);
  // Not console.warn: jest keeps that to itself where every test of a file is skipped.
  process.stderr.write(`SKIPPED: contract tests, for there is no ${location}\n`);
  return undefined;
}
