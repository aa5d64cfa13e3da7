/** Shards as storage values, and what is known to stand in them. */
import { z } from 'zod';
import { identityKey } from '../jira/ownership';
import type { KeyValues } from '../key-values';
import { canonicalJson, hash } from '../hash';
import type { Link } from '../review-entries/link';
import type { Reading } from '../storage/decode';
import { openRecord, type OpenRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

const side = z.enum(['open', 'done']);
const linkSchema = z.object({
  identity: z.object({
    workload: z.string(),
    lens: z.string().exactOptional(),
    question: z.string().exactOptional(),
    choice: z.string().exactOptional(),
  }),
  pillar: z.string().exactOptional(),
  issueId: z.string(),
  summary: z.string(),
  descriptionHash: z.string(),
  labels: z.array(z.string()).default([]),
  values: z.string().exactOptional(),
  synced: z.object({
    review: side,
    jira: side,
    practice: z.enum(['selected', 'notApplicable']).exactOptional(),
  }),
  createdBy: z.string().exactOptional(),
});

interface StoredShard {
  readonly links: Link[];
}

export interface ShardId {
  readonly workloadArn: string;
  readonly name: string;
}

export const linkShardRecord = defineRecord({
  name: 'link-shard',
  key: ({ workloadArn, name }: ShardId) => `link:${hash(workloadArn)}:${name}`,
  version: 2,
  schema: z.object({ links: z.array(linkSchema) }),
  // Version 1 was the list alone, of links without values.
  migrations: [(links) => ({ links })],
  unreadable: 'stop',
  itemKey: linkKeyOf,
  means: {
    absent: 'A shard that its head names and that was not written yet: no links.',
    unreadable: 'The workload does not sync: as absent its issues could be made twice.',
  },
});

/** Identity of what may be a link, so that a link that changes keeps what is unknown of it. */
function linkKeyOf(item: unknown): string | undefined {
  const identity = linkSchema.shape.identity.safeParse((item as { identity?: unknown }).identity).data;
  return identity && identityKey(identity);
}

/** Remembers what it read and wrote, so that an unchanged shard costs nothing. */
export class ShardValues {
  private readonly known = new Map<
    string,
    { readonly reading: Reading<StoredShard>; readonly digest: string }
  >();
  private readonly record: OpenRecord<StoredShard, ShardId>;

  constructor(
    private readonly kvs: KeyValues,
    log?: RecordLog,
  ) {
    this.record = openRecord<StoredShard, ShardId>(linkShardRecord, kvs, log);
  }

  /** @throws RecordError */
  async read(shard: ShardId): Promise<readonly Link[]> {
    const reading = await this.record.inspect(shard);
    const links = this.record.valueOf(reading)?.links ?? [];
    this.known.set(reading.key, { reading, digest: canonicalJson(links) });
    return links;
  }

  async readUnknown(shard: ShardId): Promise<void> {
    if (!this.known.has(linkShardRecord.key(shard))) await this.read(shard);
  }

  /** A shard that was not read is one that the head does not name: there is none. */
  async write(shard: ShardId, links: readonly Link[]): Promise<void> {
    const key = linkShardRecord.key(shard);
    const digest = canonicalJson(links);
    const before = this.known.get(key);
    if (before?.digest === digest) return;
    this.known.delete(key);
    const reading = await this.record.replace(before?.reading ?? { kind: 'absent', key }, {
      links: [...links],
    });
    this.known.set(key, { reading, digest });
  }

  async delete(shard: ShardId): Promise<void> {
    const key = linkShardRecord.key(shard);
    this.known.delete(key);
    await this.kvs.delete(key);
  }

  /** What is known to stand in a shard. */
  stored(shard: ShardId): readonly Link[] {
    const reading = this.known.get(linkShardRecord.key(shard))?.reading;
    return (reading && this.record.valueOf(reading)?.links) ?? [];
  }

  /** Links of a shard that are not among its next ones. */
  leaving(shard: ShardId, next: readonly Link[]): readonly Link[] {
    const staying = new Set(next.map(({ identity }) => identityKey(identity)));
    return this.stored(shard).filter(({ identity }) => !staying.has(identityKey(identity)));
  }
}
