/** Where the app remembers which issue is which: the only file that knows how links are stored. */
import { z } from 'zod';
import { identityKey } from '../jira/ownership';
import type { KeyValues } from '../key-values';
import { canonicalJson, hash } from '../plan/hash';
import type { Link } from '../plan/link';
import { cut, type Shard } from './shards';

export interface Book {
  /** The project that the workload syncs to; absent before the first sync. */
  readonly projectKey: string | undefined;
  /** By `identityKey`. */
  readonly links: ReadonlyMap<string, Link>;
}

export interface LinkStore {
  load(workloadArn: string): Promise<Book>;
  /** Keeps these links in the place of all; what did not change is not written. */
  save(workloadArn: string, projectKey: string, links: readonly Link[]): Promise<void>;
}

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
  labels: z.array(z.string()),
  synced: z.object({ review: side, jira: side }),
  createdBy: z.string().exactOptional(),
});
const headSchema = z.object({ projectKey: z.string(), shards: z.array(z.string()) });

/** Keys name a workload by hash: a storage key takes no `/`, and every ARN has one. */
export function linkKey(workloadArn: string, shard?: string): string {
  return shard === undefined ? `link:${hash(workloadArn)}` : `link:${hash(workloadArn)}:${shard}`;
}

export function createLinkStore(kvs: KeyValues): LinkStore {
  /** Digests of what storage holds, so that an unchanged shard costs nothing. */
  const known = new Map<string, string>();

  async function readHead(workloadArn: string) {
    const value = await kvs.get(linkKey(workloadArn));
    return value === undefined ? undefined : headSchema.parse(value);
  }

  async function readShard(workloadArn: string, name: string): Promise<readonly Link[]> {
    const key = linkKey(workloadArn, name);
    const value = (await kvs.get(key)) ?? [];
    known.set(key, canonicalJson(value));
    return z.array(linkSchema).parse(value);
  }

  async function writeShard(workloadArn: string, { name, links }: Shard): Promise<void> {
    const key = linkKey(workloadArn, name);
    const digest = canonicalJson(links);
    if (known.get(key) === digest) return;
    await kvs.set(key, links);
    known.set(key, digest);
  }

  return {
    async load(workloadArn) {
      const head = await readHead(workloadArn);
      const shards = await Promise.all((head?.shards ?? []).map((name) => readShard(workloadArn, name)));
      const links = shards.flat().map((link): [string, Link] => [identityKey(link.identity), link]);
      return { projectKey: head?.projectKey, links: new Map(links) };
    },

    /**
     * The head names every shard before one is written, and forgets a shard only after its links stand
     * elsewhere (later parts are written first): stopping anywhere loses no link.
     */
    async save(workloadArn, projectKey, links) {
      const shards = cut(links);
      const names = shards.map(({ name }) => name);
      const before = (await readHead(workloadArn)) ?? { projectKey: '', shards: [] };
      const union = [...new Set([...before.shards, ...names])].sort();
      const stale = before.shards.filter((name) => !names.includes(name));
      const head = linkKey(workloadArn);
      if (before.projectKey !== projectKey || union.length > before.shards.length) {
        await kvs.set(head, { projectKey, shards: union });
      }
      for (const shard of [...shards].reverse()) await writeShard(workloadArn, shard);
      if (stale.length === 0) return;
      await kvs.set(head, { projectKey, shards: names });
      for (const name of stale) await kvs.delete(linkKey(workloadArn, name));
    },
  };
}
