/** Status blocks as each version of the app writes them into notes: said here once more, and not asked of the app. */
import { createHash } from 'node:crypto';

export interface StatusBlock {
  readonly version: number;
  /** Version 1 names none. */
  readonly installation?: string;
  readonly lines: readonly string[];
}

export function beginLine({ version, installation }: Omit<StatusBlock, 'lines'>): string {
  return `=== Jira status ${nameOf(version, installation)} (do not edit) ===`;
}

export function statusBlock({ version, installation, lines }: StatusBlock): string {
  const inner = `\n${lines.join('\n')}\n`;
  const digits = version === 1 ? 16 : 8;
  const check = createHash('sha256').update(inner, 'utf8').digest('hex').slice(0, digits);
  const end = `=== end of Jira status ${nameOf(version, installation)}, check ${check} ===`;
  return `${beginLine({ version, ...(installation === undefined ? {} : { installation }) })}${inner}${end}`;
}

/** Markers of every version begin so. */
const OPENING = /=== Jira status v\d+/g;

/** How many blocks begin in a text, of whatever version. */
export function countBlocks(notes: string): number {
  return notes.match(OPENING)?.length ?? 0;
}

/** The same block, or marker, in a version that no app knows yet. */
export function ofUnknownVersion(block: string): string {
  return block.replaceAll(/(Jira status) v\d+/gi, '$1 v999');
}

function nameOf(version: number, installation: string | undefined): string {
  return installation === undefined ? `v${version}` : `v${version} ${installation}`;
}
