/**
 * How often something was done within a window of time, for what costs more than its two keys: an entity each, whose
 * number decides between those who count at the same moment.
 */
import { z } from 'zod';
import { decode, encode } from '../storage/decode';
import type { Guarded, GuardedStorage } from '../storage/guarded';
import { defineRecord } from '../storage/record';
import { logRecordProblem, type RecordLog } from '../storage/record-log';
import { StorageUnavailable } from '../storage/unavailable';
import type { Patience } from '../try-again';

export const quotaRecord = defineRecord({
  name: 'quota',
  key: (name: string) => `quota:${name}`,
  version: 2,
  readableFrom: 2,
  schema: z.object({
    /** Greater by one with each call that is counted. */
    number: z.int(),
    /** When the window began, in milliseconds since the epoch. */
    since: z.number(),
    used: z.int().nonnegative(),
  }),
  // Version 1 was a plain value of a day, without a number.
  migrations: [(used) => ({ number: 0, ...(used as object) })],
  storedIn: 'entity',
  unreadable: 'absent',
  means: {
    absent: 'Nothing of the quota was used yet.',
    unreadable: 'What it counts is let in uncounted by storage; each process still counts its own.',
  },
});

export interface Used {
  /** When the window began, in milliseconds since the epoch. */
  readonly since: number;
  readonly used: number;
}

export interface Allowance {
  readonly most: number;
  /** Length of a window. */
  readonly seconds: number;
}

export interface QuotaStore {
  /**
   * Counts one call more, unless as many as there may be were counted in the window: two processes never count the same
   * one. A read and a write, and both again, after a wait, where another process counted at the same moment.
   *
   * What remains: a call is counted that fails afterwards; where the answer of a write is lost while another process
   * writes the same count, one call too many is let in.
   *
   * @returns what is used with it; `isCounted` false: nothing was left, and nothing was written
   * @throws StorageUnavailable where others are quicker again and again: such a call is not let in
   */
  count(name: string, allowance: Allowance, now: number): Promise<Used & { readonly isCounted: boolean }>;
}

/** Of a burst of one process at a time; with growing waits some twenty processes at once get through. */
const TRIES = 12;
const WAIT_MS = 40;

export interface QuotaStoreOptions {
  readonly guarded: Pick<GuardedStorage, 'get' | 'create' | 'replace'>;
  readonly patience: Patience;
  readonly log?: RecordLog;
}

export function createQuotaStore({
  guarded,
  patience,
  log = logRecordProblem,
}: QuotaStoreOptions): QuotaStore {
  /** Undefined: another process was quicker. */
  async function tryToCount(key: string, { most, seconds }: Allowance, now: number) {
    const reading = decode(quotaRecord, key, await guarded.get(key));
    if (reading.kind === 'problem') {
      log(reading.problem);
      return { since: now, used: 1, isCounted: true };
    }
    const stored = reading.kind === 'value' ? reading.value : undefined;
    const open = stored && isOpen(stored, seconds, now) ? stored : { since: now, used: 0 };
    if (open.used >= most) return { ...open, isCounted: false };
    const used = { since: open.since, used: open.used + 1 };
    const value = encode(quotaRecord, reading, { number: (stored?.number ?? 0) + 1, ...used }) as Guarded;
    const isWritten = stored
      ? await guarded.replace({ key, number: stored.number }, value)
      : await guarded.create(key, value);
    return isWritten ? { ...used, isCounted: true } : undefined;
  }

  return {
    async count(name, allowance, now) {
      const key = quotaRecord.key(name);
      for (let tries = 1; tries <= TRIES; tries++) {
        const counted = await tryToCount(key, allowance, now);
        if (counted) return counted;
        await patience.sleep(WAIT_MS * tries * patience.jitter());
      }
      throw new StorageUnavailable(new Error(`${TRIES} counts of ${key}`));
    },
  };
}

/** Not before it began either: a clock that goes back locks nobody out for longer than a window. */
export function isOpen({ since }: Pick<Used, 'since'>, seconds: number, now: number): boolean {
  return since <= now && now < since + seconds * 1000;
}
