/** What the status block in a question's notes says: read by the tests' own rules, not by those of the app. */
import { createHash } from 'node:crypto';

export interface StatusBlock {
  readonly taskKey: string;
  readonly done: number;
  readonly total: number;
  /** A day in UTC (`2026-01-05`). */
  readonly changedAt?: string;
}

const BLOCK =
  /=== Jira status v\d+(?<name> [0-9a-f]{8})?[^\r\n]* ===(?<inner>\r?\n[^]*?\r?\n)=== end of Jira status v\d+\k<name>, check (?<check>[0-9a-f]{8,64}) ===/g;

const TASK = /^\[[ x]\] Task ([A-Za-z0-9_-]+|\?): /;

/** At the end of a line: in the one-line form a status name, which may say anything, stands before it. */
const PROGRESS = /(\d+) of (\d+) Sub-tasks done(?:, last status change (\d{4}-\d{2}-\d{2}))?$/;

/** Undefined unless there is just one block, and its checksum is that of what it says. */
export function readStatusBlock(notes: string | undefined): StatusBlock | undefined {
  const [block, ...others] = [...(notes ?? '').matchAll(BLOCK)];
  const { inner = '', check = '' } = block?.groups ?? {};
  const text = inner.replaceAll('\r\n', '\n');
  if (block === undefined || others.length > 0 || !sha256(text).startsWith(check)) return undefined;
  const [taskLine = '', ...rest] = text.split('\n').slice(1, -1);
  const taskKey = TASK.exec(taskLine)?.[1];
  const progress = rest.length === 0 ? taskLine : rest.find((line) => /^\d/.test(line));
  const [, done, total, changedAt] = PROGRESS.exec(progress ?? '') ?? [];
  if (taskKey === undefined || done === undefined || total === undefined) return undefined;
  return {
    taskKey,
    done: Number(done),
    total: Number(total),
    ...(changedAt === undefined ? {} : { changedAt }),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
