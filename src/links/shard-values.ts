/** Shards as storage values, and what is known to stand in them. */
import { z } from 'zod';
import { identityKey } from '../jira/ownership';
import type { KeyValues } from '../key-values';
import { canonicalJson } from '../plan/hash';
import type { Link } from '../review-entries/link';

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
  values: z.string().exactOptional(),
  labels: z.array(z.string()),
  synced: z.object({
    review: side,
    jira: side,
    practice: z.enum(['selected', 'notApplicable']).exactOptional(),
  }),
  createdBy: z.string().exactOptional(),
});

/** Remembers what it read and wrote, so that an unchanged shard costs nothing. Keys are storage keys. */
export class ShardValues {
  private readonly known = new Map<string, { readonly links: readonly Link[]; readonly digest: string }>();

  constructor(private readonly kvs: KeyValues) {}

  async read(key: string): Promise<readonly Link[]> {
    const links = z.array(linkSchema).parse((await this.kvs.get(key)) ?? []);
    this.known.set(key, { links, digest: canonicalJson(links) });
    return links;
  }

  async readUnknown(key: string): Promise<void> {
    if (!this.known.has(key)) await this.read(key);
  }

  async write(key: string, links: readonly Link[]): Promise<void> {
    const digest = canonicalJson(links);
    if (this.known.get(key)?.digest === digest) return;
    this.known.delete(key);
    await this.kvs.set(key, links);
    this.known.set(key, { links, digest });
  }

  async delete(key: string): Promise<void> {
    this.known.delete(key);
    await this.kvs.delete(key);
  }

  /** What is known to stand in a shard. */
  stored(key: string): readonly Link[] {
    return this.known.get(key)?.links ?? [];
  }

  /** Links of a shard that are not among its next ones. */
  leaving(key: string, next: readonly Link[]): readonly Link[] {
    const staying = new Set(next.map(({ identity }) => identityKey(identity)));
    return this.stored(key).filter(({ identity }) => !staying.has(identityKey(identity)));
  }
}
