import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { linkHeadRecord, linkShardRecord, type ShardId } from '../../../src/links/link-records';
import { createLinkStore } from '../../../src/links/link-store';
import { defineRecord } from '../../../src/storage/record';
import { openRecord } from '../../../src/storage/open-record';
import { MemoryKeyValues } from '../../builders/key-values';
import { linkAt } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';

const AS_DONE = { statusId: '3', resolutionId: '10000' };
const SYNCED = { review: 'done', jira: 'done', practice: 'selected' } as const;
const LINK = {
  ...linkAt({ lens: 0, pillar: 0, question: 0, choice: 0 }),
  synced: { ...SYNCED, closedAs: AS_DONE },
};

type Json = Record<string, unknown> & { synced: Record<string, unknown> };

/** The record as a version had it that knew this much of a link. */
function earlier(version: number, synced: z.ZodObject) {
  const link = z.looseObject({ identity: z.looseObject({}), synced });
  return defineRecord<{ readonly links: Json[] }, ShardId>({
    ...{ name: 'link-shard', key: linkShardRecord.key, version, readableFrom: 2 },
    schema: z.object({ links: z.array(link) }),
    migrations: Array.from({ length: version - 1 }, () => (shard: unknown) => shard),
    unreadable: 'stop',
    itemKey: (item) => JSON.stringify((item as { identity: unknown }).identity),
    means: { absent: 'None.', unreadable: 'None.' },
  });
}

const STATE = { review: z.string(), jira: z.string(), practice: z.string().optional() };
const HOW = z.object({ statusId: z.string(), resolutionId: z.string().optional() });
const V3 = earlier(3, z.object(STATE));
const V4 = earlier(4, z.object({ ...STATE, closedAs: HOW.optional() }));

/** What is known of how the issue was done after a version wrote its link anew. */
async function closedAsAfter(record: typeof V3, change: (link: Json) => Json) {
  const kvs = new MemoryKeyValues();
  await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [LINK]);
  const [name = ''] = (await openRecord(linkHeadRecord, kvs).read(WORKLOAD_ARN))?.shards ?? [];
  const shard = { workloadArn: WORKLOAD_ARN, name };
  const open = openRecord(record, kvs);
  const reading = await open.inspect(shard);
  const links = open.valueOf(reading)?.links ?? [];
  expect(links).toHaveLength(1);
  await open.replace(reading, { links: links.map(change) });
  const [link] = [...(await createLinkStore(kvs).load(WORKLOAD_ARN)).links.values()];
  return link?.synced.closedAs;
}

const same = (link: Json) => link;
const synced = (change: object) => (link: Json) => ({ ...link, synced: { ...link.synced, ...change } });

test.each<[string, typeof V3, (link: Json) => Json, object | undefined]>([
  ['a version that does not know it changed nothing', V3, same, AS_DONE],
  ['one changed how the item was finished', V3, synced({ practice: 'notApplicable' }), undefined],
  ['one saw the issue open', V3, synced({ jira: 'open', review: 'open' }), undefined],
  ['one wrote another title', V3, (link) => ({ ...link, summary: 'Another' }), undefined],
  ['a version without the seal changed nothing', V4, same, AS_DONE],
  ['one changed how it was done', V4, synced({ closedAs: { statusId: '3', resolutionId: '1' } }), undefined],
])('how an issue was done, where %s', async (_, record, change, expected) => {
  expect(await closedAsAfter(record, change)).toEqual(expected);
});
