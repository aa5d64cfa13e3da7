/**
 * What the block in a question's notes says, read as a person or another tool would: from docs/guide.md, "Notes in
 * AWS", and without a line of the app's own code, which scenarios are there to judge.
 */
import { createHash } from 'node:crypto';

export interface StatusBlock {
  readonly taskKey: string;
  /** Sub-tasks that are done, of all that the Task has. */
  readonly done: number;
  readonly total: number;
}

/** Of any version: `=== Jira status v1 (do not edit) ===`, and the line that closes it; text may stand around both. */
const BLOCK = new RegExp(
  '=== Jira status v\\d+\\b.*===\\n(?<told>(?:.*\\n)+?)=== end of Jira status v\\d+\\b.*, check (?<check>[0-9a-f]{16}) ===',
  'g',
);

const TASK = /^\[[ x]\] Task (?<taskKey>[A-Z][A-Z0-9_]*-\d+): /;

/** The last of its line, where a status of any name may stand before it. */
const PROGRESS =
  /(?:^|, )(?<done>\d+) of (?<total>\d+) Sub-tasks done(?:, last status change \d{4}-\d\d-\d\d)?$/m;

/** Nothing where there is not exactly one block, or one that is not as its own checksum says. */
export function readStatusBlock(notes = ''): StatusBlock | undefined {
  const [block, another] = notes.replaceAll('\r\n', '\n').matchAll(BLOCK);
  const { told = '', check } = block?.groups ?? {};
  if (another !== undefined || checksum(`\n${told}`) !== check) return undefined;
  const taskKey = TASK.exec(told)?.groups?.taskKey;
  const { done, total } = PROGRESS.exec(told)?.groups ?? {};
  if (taskKey === undefined) return undefined;
  return { taskKey, done: Number(done), total: Number(total) };
}

/** Of all that stands between the signs of the two lines. */
function checksum(told: string): string {
  return createHash('sha256').update(told).digest('hex').slice(0, 16);
}
