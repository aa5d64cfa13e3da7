import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkKey } from '../../../src/links/link-records';
import { createLinkStore } from '../../../src/links/link-store';
import type { Link } from '../../../src/review-entries/link';
import { keepUnknown } from '../../../src/storage/keep-unknown';
import { MemoryKeyValues } from '../../builders/key-values';
import { linkAt } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';

test.each<[what: string, stored: unknown, parsed: unknown, next: unknown, kept: unknown]>([
  ['an unknown member stays', { a: 1, x: 2 }, { a: 1 }, { a: 3 }, { a: 3, x: 2 }],
  ['inside of a member too', { a: { b: 1, x: 2 } }, { a: { b: 1 } }, { a: { b: 3 } }, { a: { b: 3, x: 2 } }],
  ['a known member that is taken away is gone', { a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1 }, { a: 1 }],
  ['a member that is written anew is the new one', { a: 1, x: 2 }, { a: 1 }, { a: 1, x: 3 }, { a: 1, x: 3 }],
  [
    'an equal item keeps what is unknown of it',
    [{ a: 1, x: 2 }],
    [{ a: 1 }],
    [{ a: 0 }, { a: 1 }],
    [{ a: 0 }, { a: 1, x: 2 }],
  ],
  ['an item that left takes it along', [{ a: 1, x: 2 }], [{ a: 1 }], [], []],
  ['a member of another kind is the new one', { a: { x: 1 } }, { a: {} }, { a: [1] }, { a: [1] }],
  ['a text has none', 'old', 'old', 'new', 'new'],
])('%s', (_what, stored, parsed, next, kept) => {
  expect(keepUnknown(stored, parsed, next)).toEqual(kept);
});

test('nothing unknown: the next value is stored as it is, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (stored, next) => {
      expect(keepUnknown(stored, stored, next)).toEqual(next);
    }),
  );
});

test('a link that goes to another shard takes along what another version knows of it', async () => {
  const kvs = new MemoryKeyValues();
  const links = [0, 1].map((pillar) => linkAt({ lens: 0, pillar, question: pillar, choice: 0 }));
  const [moves, stays] = [links[0]!, links[1]!];
  await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', links);
  for (const [key, value] of await shardsIn(kvs)) {
    const known = value.links.map((link) => ({ ...link, watchers: link.issueId }));
    await kvs.set(key, { ...value, links: known, v: 4, readableFrom: 2 });
  }
  await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [{ ...moves, pillar: stays.pillar! }, stays]);
  const [[, shard] = ['', undefined], ...others] = await shardsIn(kvs);
  expect(others).toEqual([]);
  expect(shard).toMatchObject({ v: 5, readableFrom: 2 });
  expect(shard?.links.map((link) => 'watchers' in link && link.watchers)).toEqual(
    shard?.links.map(({ issueId }) => issueId),
  );
});

async function shardsIn(kvs: MemoryKeyValues): Promise<readonly [string, { links: readonly Link[] }][]> {
  const keys = [...kvs.values.keys()].filter((key) => key.startsWith(`${linkKey(WORKLOAD_ARN)}:`));
  return Promise.all(
    keys.map(async (key): Promise<[string, { links: Link[] }]> => [
      key,
      (await kvs.get(key)) as { links: Link[] },
    ]),
  );
}

test('a link that changes keeps what another version knows of it', async () => {
  const kvs = new MemoryKeyValues();
  const link = linkAt({ lens: 0, pillar: 0, question: 0, choice: 0 });
  await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [link]);
  const [shard = ''] = [...kvs.values.keys()].filter((key) => key.startsWith(`${linkKey(WORKLOAD_ARN)}:`));
  kvs.values.set(shard, JSON.stringify([{ ...link, watchers: 3 }]));
  await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [{ ...link, summary: 'Renamed' }]);
  expect(await kvs.get(shard)).toEqual({
    links: [{ ...link, summary: 'Renamed', watchers: 3 }],
    v: 5,
    readableFrom: 2,
  });
});
