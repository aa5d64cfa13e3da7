/** What the poll of one connection and Region last dealt with, in 16 values of Forge storage. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { canonicalJson } from '../hash';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { WatchEntries, WatchEntry } from './watch';

export interface WatchStore {
  /** 16 reads. */
  load(): Promise<WatchEntries>;
  /** Keeps these entries in the place of those that were loaded; writes only values that change. */
  save(entries: WatchEntries): Promise<void>;
}

/** The first digit of a workload's id, which AWS makes at random: 5,000 workloads take some 40 KiB a value. */
const DIGITS = Array.from({ length: 16 }, (_, value) => value.toString(16));

/** Every value is written again within days, by the daily reads; what is not belongs to a connection that ended. */
const LIFE = { ttl: { value: 30, unit: 'DAYS' } } as const;

const shardSchema = z.record(z.string(), z.tuple([z.number(), z.string(), z.number()]));

type Shard = z.infer<typeof shardSchema>;

/**
 * One store for each poll: it remembers what it loaded. Of two polls at the same time the later save wins, and
 * an entry that is too old costs a round.
 */
export function createWatchStore(kvs: KeyValues, connectionId: string, region: string): WatchStore {
  const keyOf = (digit: string) => `watch:${connectionId}:${region}:${digit}`;
  const loaded = new Map<string, Shard>();

  /** A value that this version cannot read tells of nothing seen, which costs rounds and hides no change. */
  async function read(digit: string): Promise<Shard> {
    const shard = shardSchema.safeParse(await kvs.get(keyOf(digit))).data ?? {};
    loaded.set(digit, shard);
    return shard;
  }

  return {
    async load() {
      const shards = await Promise.all(DIGITS.map(read));
      return new Map(shards.flatMap((shard) => Object.entries(shard)).map(toEntry));
    },
    async save(entries) {
      const shards = new Map(DIGITS.map((digit): [string, Shard] => [digit, {}]));
      for (const [arn, { updatedAt, counts, fullAt }] of entries) {
        const shard = shards.get(parseWorkloadArn(arn)?.id[0] ?? '0');
        if (shard) shard[arn] = [updatedAt, counts, fullAt];
      }
      const changed = [...shards].filter(
        ([digit, shard]) => canonicalJson(shard) !== canonicalJson(loaded.get(digit) ?? {}),
      );
      await Promise.all(changed.map(([digit, shard]) => kvs.set(keyOf(digit), shard, LIFE)));
    },
  };
}

function toEntry([arn, [updatedAt, counts, fullAt]]: [string, Shard[string]]): [string, WatchEntry] {
  return [arn, { updatedAt, counts, fullAt }];
}
