/** What the block in a question's notes says. */
import { findBlock } from './find-block';
import { withLf } from './marker';

export interface BlockReading {
  readonly taskKey: string;
  readonly done: number;
  readonly total: number;
  /** A day in UTC (`2026-01-05`). */
  readonly changedAt?: string;
}

const TASK = /^\[[ x]\] Task ([A-Za-z0-9_-]+|\?): /;

/** At the end of a line: in the one-line form a status name, which may say anything, stands before it. */
const PROGRESS = /(\d+) of (\d+) Sub-tasks done(?:, last status change (\d{4}-\d{2}-\d{2}))?$/;

/** Reads an intact block; undefined where there is none, or one that is edited, broken, doubled or nested. */
export function readBlock(notes: string | undefined): BlockReading | undefined {
  const found = findBlock(notes ?? '');
  if (found.kind !== 'intact') return undefined;
  const [taskLine = '', ...rest] = withLf(found.block).split('\n').slice(1, -1);
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
