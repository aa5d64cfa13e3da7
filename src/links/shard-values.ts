/** Shards as storage values, and what is known to stand in them. */
import { identityKey } from '../jira/ownership';
import type { KeyValues } from '../key-values';
import { canonicalJson } from '../hash';
import type { Link } from '../review-entries/link';
import type { Reading } from '../storage/decode';
import { openRecord, type OpenRecord } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { sealed, unsealed } from './sealed-link';
import { linkKey, linkShardRecord, type ShardId, type StoredShard } from './link-records';

type ShardReading = Reading<StoredShard>;

/** Remembers what it read and wrote, so that an unchanged shard costs nothing. */
export class ShardValues {
  private readonly known = new Map<string, { readonly reading: ShardReading; readonly digest: string }>();
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
    const links = (this.record.valueOf(reading)?.links ?? []).map(unsealed);
    this.known.set(reading.key, { reading, digest: canonicalJson(links) });
    return links;
  }

  async readUnknown(shard: ShardId): Promise<void> {
    if (!this.known.has(linkShardRecord.key(shard))) await this.read(shard);
  }

  /**
   * A shard that was not read is one that the head does not name: there is none. Several may be written at once, each
   * as the others stood before.
   */
  async write(shard: ShardId, links: readonly Link[]): Promise<void> {
    const key = linkShardRecord.key(shard);
    const digest = canonicalJson(links);
    const before = this.known.get(key);
    if (before?.digest === digest) return;
    const base = this.withComing(shard, before?.reading ?? { kind: 'absent', key }, links);
    try {
      const reading = await this.record.replace(base, { links: links.map(sealed) });
      this.known.set(key, { reading, digest });
    } catch (error) {
      // Whether it was written is not known.
      this.known.delete(key);
      throw error;
    }
  }

  /**
   * What stands in a shard, as if the links that come from other shards stood there already: what is unknown of
   * them comes along, and so does a newer version.
   */
  private withComing({ workloadArn }: ShardId, own: ShardReading, links: readonly Link[]): ShardReading {
    const here = new Set(linksOf(own).map(keyOf));
    const coming = new Set(links.map(keyOf).filter((key) => !here.has(key)));
    if (coming.size === 0) return own;
    const elsewhere = [...this.known.values()]
      .map(({ reading }) => reading)
      .filter(({ key }) => key !== own.key && key.startsWith(`${linkKey(workloadArn)}:`));
    return elsewhere.reduce((base, reading) => joined(base, reading, coming), own);
  }

  async delete(shard: ShardId): Promise<void> {
    const key = linkShardRecord.key(shard);
    this.known.delete(key);
    await this.kvs.delete(key);
  }

  /** What is known to stand in a shard. */
  stored(shard: ShardId): readonly Link[] {
    return linksOf(this.known.get(linkShardRecord.key(shard))?.reading);
  }

  /** Links of a shard that are not among its next ones. */
  leaving(shard: ShardId, next: readonly Link[]): readonly Link[] {
    const staying = new Set(next.map(keyOf));
    return this.stored(shard).filter((link) => !staying.has(keyOf(link)));
  }
}

/** A shard with those links of another that are named. */
function joined(shard: ShardReading, other: ShardReading, named: ReadonlySet<string>): ShardReading {
  if (other.kind !== 'value') return shard;
  const items = itemsOf(other);
  const coming = other.value.links.flatMap((link, index) =>
    named.has(keyOf(link)) ? [{ link, item: items[index] }] : [],
  );
  if (coming.length === 0) return shard;
  const base = shard.kind === 'value' ? shard : { json: {}, version: other.version };
  return {
    kind: 'value',
    key: shard.key,
    value: { links: [...linksOf(shard), ...coming.map(({ link }) => link)] },
    json: { ...(base.json as object), links: [...itemsOf(shard), ...coming.map(({ item }) => item)] },
    version: base.version.version < other.version.version ? other.version : base.version,
  };
}

function linksOf(shard: ShardReading | undefined): readonly Link[] {
  return shard?.kind === 'value' ? shard.value.links : [];
}

/** Links as they stand in storage, in the order of `linksOf`. */
function itemsOf(shard: ShardReading): readonly unknown[] {
  return shard.kind === 'value' ? (shard.json as { readonly links: readonly unknown[] }).links : [];
}

function keyOf({ identity }: Link): string {
  return identityKey(identity);
}
