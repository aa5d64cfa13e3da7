/** Which invocation works on a workload, however many the queue lets run: one, and for so long as it can live. */
import { z } from 'zod';
import { hash } from '../hash';
import { logBug } from '../log-bug';
import { decode, encode } from '../storage/decode';
import type { Guard, Guarded, GuardedStorage } from '../storage/guarded';
import { valueOf } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import { logRecordProblem, type RecordLog } from '../storage/record-log';
import { CONSUMER_SECONDS } from './consumer-seconds';

/** Clocks of two invocations differ, and a consumer is ended some moments late. */
const MARGIN_SECONDS = 60;

export const LEASE_SECONDS = CONSUMER_SECONDS + MARGIN_SECONDS;

/** Between two looks at a lease that another invocation has. */
const LONGEST_WAIT_SECONDS = 60;

/** How often a workload that others take at the same moment is tried for. */
const TRIES = 5;

export const leaseRecord = defineRecord({
  name: 'lease',
  key: (workloadArn: string) => `lease:${hash(workloadArn)}`,
  version: 2,
  readableFrom: 1,
  schema: z.object({
    /** Greater by one each time that it is taken: the fencing token. */
    number: z.int(),
    /** Milliseconds since the epoch; 0: given back. */
    until: z.number(),
    /** The run that has it, or that an invocation began and could not bring to a state of rest. */
    runId: z.string().exactOptional(),
  }),
  // Version 2 names the run.
  migrations: [(lease) => lease],
  storedIn: 'entity',
  unreadable: 'stop',
  means: {
    absent: 'No run has worked on the workload.',
    unreadable: 'The workload does not sync: as absent its issues could be made twice.',
  },
});

export type Taken =
  /** `before`: the run that had it and neither came to rest nor gave it back. */
  | { readonly kind: 'taken'; readonly lease: Guard; readonly before: string | undefined }
  /** Another invocation may be at work until then, in milliseconds since the epoch; of which run, where that is known. */
  | { readonly kind: 'held'; readonly until: number; readonly runId: string | undefined };

export interface LeaseStore {
  /** A lease that was not given back ends by itself, when its invocation has surely ended. */
  take(workloadArn: string, runId: string): Promise<Taken>;
  /** As `take`, also from an invocation of the same run: it is to end, and writes nothing any more. */
  seize(workloadArn: string, runId: string): Promise<Taken>;
  /** Whether nobody has taken it since. */
  holds(lease: Guard): Promise<boolean>;
  /**
   * Nothing happens where somebody has taken it since. One write.
   *
   * @param unsettled the run, where its invocation could not bring it to a state of rest
   */
  giveBack(lease: Guard, unsettled?: string): Promise<void>;
}

export interface LeaseStoreOptions {
  readonly guarded: GuardedStorage;
  readonly clock: { now(): number };
  readonly log?: RecordLog;
}

export function createLeaseStore({ guarded, clock, log = logRecordProblem }: LeaseStoreOptions): LeaseStore {
  const inspect = async (key: string) => {
    const reading = decode(leaseRecord, key, await guarded.get(key));
    if (reading.kind === 'problem') log(reading.problem);
    return { reading, stored: valueOf(leaseRecord, reading) };
  };

  async function tryToTake(key: string, runId: string, seize: boolean): Promise<Taken | undefined> {
    const { reading, stored } = await inspect(key);
    const now = clock.now();
    if (stored !== undefined && stored.until > now && !(seize && stored.runId === runId))
      return { kind: 'held', until: stored.until, runId: stored.runId };
    const until = Math.ceil(now) + LEASE_SECONDS * 1000;
    const next = { number: (stored?.number ?? 0) + 1, until, runId };
    const value = encode(leaseRecord, reading, next) as Guarded;
    const isTaken = stored
      ? await guarded.replace({ key, number: stored.number }, value)
      : await guarded.create(key, value);
    return isTaken
      ? { kind: 'taken', lease: { key, number: next.number }, before: stored?.runId }
      : undefined;
  }

  async function take(workloadArn: string, runId: string, seize: boolean): Promise<Taken> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const taken = await tryToTake(leaseRecord.key(workloadArn), runId, seize);
      if (taken) return taken;
    }
    return { kind: 'held', until: clock.now(), runId: undefined };
  }

  return {
    take: (workloadArn, runId) => take(workloadArn, runId, false),
    seize: (workloadArn, runId) => take(workloadArn, runId, true),
    holds: async ({ key, number }) => (await inspect(key)).stored?.number === number,
    async giveBack({ key, number }, unsettled) {
      const value = { number, until: 0, ...(unsettled === undefined ? {} : { runId: unsettled }) };
      await guarded.replace({ key, number }, encode(leaseRecord, undefined, value) as Guarded);
    },
  };
}

/**
 * Gives it back once the work is over, whose end or error is what counts: where that fails the log hears of it, and the
 * lease ends by itself.
 */
export async function giveBackAtEnd(
  leases: Pick<LeaseStore, 'giveBack'>,
  lease: Guard,
  unsettled: string | undefined,
): Promise<void> {
  try {
    await leases.giveBack(lease, unsettled);
  } catch (error) {
    logBug('lease', error);
  }
}

/** For whom another invocation keeps it from, which is at work or died: the lease is given back at any moment, or ends by itself. */
export function secondsToWait(ms: number): number {
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(ms / 1000)));
}
