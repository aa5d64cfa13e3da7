/** How the links of a workload are stored: a head that names the shards, and the shards. */
import { z } from 'zod';
import { hash } from '../hash';
import { identityKey } from '../jira/ownership';
import { defineRecord } from '../storage/record';
import type { SealedLink } from './sealed-link';

/** Keys name a workload by hash: a storage key takes no `/`, and every ARN has one. */
export function linkKey(workloadArn: string, shard?: string): string {
  return shard === undefined ? `link:${hash(workloadArn)}` : `link:${hash(workloadArn)}:${shard}`;
}

export interface Head {
  readonly projectId: string;
  readonly shards: readonly string[];
  /** Issues whose entry in the index is being overwritten or dropped; absent: none. */
  readonly unsettled?: readonly string[];
}

export const linkHeadRecord = defineRecord<Head, string>({
  name: 'link-head',
  key: (workloadArn) => linkKey(workloadArn),
  version: 1,
  schema: z.object({
    projectId: z.string(),
    shards: z.array(z.string()),
    unsettled: z.array(z.string()).exactOptional(),
  }),
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'The workload has no issues.',
    unreadable: 'The workload does not sync: as absent its issues could be made twice.',
  },
});

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
    closedAs: z
      .object({
        statusId: z.string(),
        resolutionId: z.string().exactOptional(),
        /** See `sealed-link.ts`. */
        seal: z.string().exactOptional(),
      })
      .exactOptional(),
  }),
  createdBy: z.string().exactOptional(),
  notFound: z.number().exactOptional(),
});

export interface StoredShard {
  readonly links: SealedLink[];
}

export interface ShardId {
  readonly workloadArn: string;
  readonly name: string;
}

export const linkShardRecord = defineRecord({
  name: 'link-shard',
  key: ({ workloadArn, name }: ShardId) => linkKey(workloadArn, name),
  version: 5,
  readableFrom: 2,
  schema: z.object({ links: z.array(linkSchema) }),
  // Version 1 was the list alone, of links without values; version 3 remembers what was not found, version 4 how an
  // issue was done, version 5 seals that. How those of earlier versions were is not known, and never taken for what they
  // say today.
  migrations: [(links) => ({ links }), (shard) => shard, (shard) => shard, (shard) => shard],
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
