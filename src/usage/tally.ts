/** What one invocation spends of Jira's points and of storage, counted as it goes. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Tally {
  /** Of Jira's, by its price list. */
  readonly points: number;
  /** Units of storage, of 10 KB each, read and written. */
  readonly read: number;
  readonly written: number;
  /** Jira said that the points of the hour run out; they are full again then. Milliseconds since the epoch. */
  readonly nearUntil?: number;
}

export const NOTHING_SPENT: Tally = { points: 0, read: 0, written: 0 };

const invocations = new AsyncLocalStorage<{ spent: Tally }>();

/** Adds to what the invocation under way has spent; nothing outside of one. */
export function spend(more: Partial<Tally>): void {
  const invocation = invocations.getStore();
  if (invocation !== undefined) invocation.spent = sumOf(invocation.spent, more);
}

/** Does the work, and tells what it spent, whether it fails or not. */
export async function tallied<T>(work: () => Promise<T>, told: (spent: Tally) => Promise<void>): Promise<T> {
  const invocation = { spent: NOTHING_SPENT };
  try {
    return await invocations.run(invocation, work);
  } finally {
    await told(invocation.spent);
  }
}

export function sumOf(one: Tally, other: Partial<Tally>): Tally {
  const nearUntil = Math.max(one.nearUntil ?? 0, other.nearUntil ?? 0);
  return {
    points: one.points + (other.points ?? 0),
    read: one.read + (other.read ?? 0),
    written: one.written + (other.written ?? 0),
    ...(nearUntil > 0 ? { nearUntil } : {}),
  };
}
