/** What the poll of one connection and Region last dealt with, in 16 values of Forge storage. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { canonicalJson } from '../hash';
import { isObject } from '../json';
import type { Reading } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { WatchEntries, WatchEntry } from './watch';

export interface WatchStore {
  /** 16 reads. */
  load(): Promise<WatchEntries>;
  /** As `load`, of some workloads at least: one read for each first digit among them. */
  of(workloadArns: readonly string[]): Promise<WatchEntries>;
  /** Keeps these entries in the place of those that were loaded; writes only values that change. */
  save(entries: WatchEntries): Promise<void>;
}

/** The first digit of a workload's id, which AWS makes at random: 5,000 workloads take some 40 KiB a value. */
const DIGITS = Array.from({ length: 16 }, (_, value) => value.toString(16));

const shardSchema = z.record(z.string(), z.tuple([z.number(), z.string(), z.number(), z.number()]));

type Shard = z.infer<typeof shardSchema>;

export const watchRecord = defineRecord({
  name: 'watch',
  key: ([connectionId, region, digit]: readonly [connectionId: string, region: string, digit: string]) =>
    `watch:${connectionId}:${region}:${digit}`,
  version: 2,
  schema: shardSchema,
  migrations: [lookedAtLast],
  // Each is written again within a day, by the daily looks; what is not belongs to a connection that ended.
  life: 30,
  unreadable: 'absent',
  means: {
    absent: 'The poll has seen none of these workloads.',
    unreadable: 'As absent: it costs runs and hides no change.',
  },
});

/** Version 1 did not tell a run from a workload in manual mode: each is read as a whole on its next day. */
function lookedAtLast(stored: unknown): unknown {
  if (!isObject(stored)) return undefined;
  const entries = Object.entries(stored) as [string, readonly unknown[]][];
  return Object.fromEntries(
    entries.map(([arn, [updatedAt, counts, at]]) => [arn, [updatedAt, counts, 0, at]]),
  );
}

/**
 * One store for each poll: it remembers what it loaded. Of two polls at the same time the later save wins, and
 * an entry that is too old costs a run.
 */
export function createWatchStore(
  kvs: KeyValues,
  connectionId: string,
  region: string,
  log?: RecordLog,
): WatchStore {
  const record = openRecord(watchRecord, kvs, log);
  const loaded = new Map<string, Reading<Shard>>();
  const known = (digit: string): Shard => {
    const reading = loaded.get(digit);
    return (reading && record.valueOf(reading)) ?? {};
  };

  async function read(digit: string): Promise<Shard> {
    loaded.set(digit, await record.inspect([connectionId, region, digit]));
    return known(digit);
  }

  async function write(digit: string, shard: Shard): Promise<void> {
    const reading = loaded.get(digit) ?? (await record.inspect([connectionId, region, digit]));
    loaded.set(digit, await record.replace(reading, shard));
  }

  async function entriesOf(digits: Iterable<string>): Promise<WatchEntries> {
    const shards = await Promise.all([...digits].map(read));
    return new Map(shards.flatMap((shard) => Object.entries(shard)).map(toEntry));
  }

  return {
    load: () => entriesOf(DIGITS),
    of: (workloadArns) => entriesOf(new Set(workloadArns.map(digitOf))),
    async save(entries) {
      const shards = new Map(DIGITS.map((digit): [string, Shard] => [digit, {}]));
      for (const [arn, { updatedAt, counts, fullAt, lookedAt }] of entries) {
        const shard = shards.get(digitOf(arn));
        if (shard) shard[arn] = [updatedAt, counts, fullAt, lookedAt];
      }
      const changed = [...shards].filter(
        ([digit, shard]) => canonicalJson(shard) !== canonicalJson(known(digit)),
      );
      await Promise.all(changed.map(([digit, shard]) => write(digit, shard)));
    },
  };
}

function digitOf(workloadArn: string): string {
  return parseWorkloadArn(workloadArn)?.id[0] ?? '0';
}

function toEntry([arn, [updatedAt, counts, fullAt, lookedAt]]: [string, Shard[string]]): [
  string,
  WatchEntry,
] {
  return [arn, { updatedAt, counts, fullAt, lookedAt }];
}
