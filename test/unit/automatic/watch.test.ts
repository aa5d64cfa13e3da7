import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  candidates,
  countsOf,
  countsText,
  entryAfter,
  type Dealt,
  type WatchEntry,
} from '../../../src/automatic/watch';
import { createWatchStore } from '../../../src/automatic/watch-store';
import { MemoryKeyValues, VALUE_LIMIT } from '../../builders/key-values';
import { arnOf, COUNTS, NOW, summariesOf, summaryOf } from './workloads';

const DAY = 86_400_000;
const ONE = summaryOf(1);
const SEEN: WatchEntry = { updatedAt: ONE.updatedAt, counts: countsText(COUNTS), fullAt: NOW, lookedAt: NOW };
const reasons = (entry: WatchEntry | undefined, summaries = [ONE], now = NOW) =>
  candidates(summaries, new Map(entry ? [[ONE.arn, entry]] : []), now).map(({ reason }) => reason);

test('counts survive as text, and other text is none', () => {
  const count = fc.nat(100_000);
  const counts = fc.record({
    ...{ UNANSWERED: count, HIGH: count, MEDIUM: count, NONE: count, NOT_APPLICABLE: count },
  });
  fc.assert(fc.property(counts, (each) => expect(countsOf(countsText(each))).toEqual(each)));
  for (const text of ['', '1.2.3.4', '1.2.3.4.5.6', '1.2.x.4.5', 'none'])
    expect(countsOf(text)).toBeUndefined();
});

describe('a workload is looked at', () => {
  test.each<[string, WatchEntry | undefined, readonly string[]]>([
    ['not, where it is as before', SEEN, []],
    ['where it was not seen before', undefined, ['new']],
    ['where UpdatedAt moved', { ...SEEN, updatedAt: SEEN.updatedAt - 1 }, ['changed']],
    ['where UpdatedAt moved back: it is not what was seen', { ...SEEN, updatedAt: NOW }, ['changed']],
    ['where risks changed although UpdatedAt did not', { ...SEEN, counts: '4.1.1.51.0' }, ['changed']],
    ['where a day is over', { ...SEEN, lookedAt: NOW - DAY }, ['daily']],
    ['where a week is over', { ...SEEN, fullAt: NOW - 7 * DAY, lookedAt: NOW - DAY }, ['weekly']],
    ['not, where a week is over and it was in manual mode today', { ...SEEN, fullAt: 0 }, []],
    ['as a whole, where it was in manual mode', { ...SEEN, fullAt: 0, lookedAt: NOW - DAY }, ['weekly']],
    [
      'for its change first, where a day is over too',
      { ...SEEN, updatedAt: 0, fullAt: 0, lookedAt: 0 },
      ['changed'],
    ],
  ])('%s', (_what, entry, expected) => {
    expect(reasons(entry)).toEqual(expected);
  });

  test('where AWS lists it no more', () => {
    expect(reasons(SEEN, [])).toEqual(['gone']);
  });

  test('changes first, the longest waiting of equals first', () => {
    const entries = new Map([
      [arnOf(1), { ...SEEN, lookedAt: NOW - 3 * DAY }],
      [arnOf(2), { ...SEEN, fullAt: 0, lookedAt: NOW - 2 * DAY }],
      [arnOf(3), { ...SEEN, lookedAt: NOW - 4 * DAY }],
      [arnOf(4), { ...SEEN, updatedAt: 1 }],
      [arnOf(5), SEEN],
    ]);
    const found = candidates(
      [0, 1, 2, 3, 4].map((nth) => summaryOf(nth)),
      entries,
      NOW,
    );
    expect(found.map(({ workloadArn, reason }) => [workloadArn, reason])).toEqual([
      [arnOf(4), 'changed'],
      [arnOf(5), 'gone'],
      [arnOf(0), 'new'],
      [arnOf(3), 'daily'],
      [arnOf(1), 'daily'],
      [arnOf(2), 'weekly'],
    ]);
  });

  test('once a day and once only, at a time of its own', () => {
    const offset = fc.integer({ min: 0, max: DAY });
    fc.assert(
      fc.property(fc.nat(500), offset, fc.integer({ min: 1, max: DAY }), (nth, start, step) => {
        const summary = summaryOf(nth);
        const from = NOW + start;
        let entry: WatchEntry | undefined = { ...SEEN, fullAt: from, lookedAt: from };
        const days = 5;
        const reads: number[] = [from];
        for (let now = from; now <= from + days * DAY; now += Math.max(step, DAY / 50)) {
          const [due] = candidates([summary], new Map([[summary.arn, entry!]]), now);
          if (!due) continue;
          reads.push(now);
          entry = entryAfter(due, 'run', now);
        }
        expect(reads.length - 1).toBeLessThanOrEqual(days + 1);
        for (const [index, at] of reads.slice(1).entries()) {
          expect(at - reads[index]!).toBeLessThan(DAY + Math.max(step, DAY / 50));
        }
      }),
    );
  });

  test('a thousand of them spread over the day, though all were first seen together', () => {
    const summaries = summariesOf(1000);
    const entries = new Map(summaries.map(({ arn }) => [arn, SEEN]));
    for (let hour = 1; hour <= 24; hour += 1) {
      const due = candidates(summaries, entries, NOW + (hour * DAY) / 24).length;
      expect(due).toBeGreaterThan((hour - 1) * (1000 / 24) * 0.8);
      expect(due).toBeLessThan((hour + 1) * (1000 / 24) * 1.2);
    }
  });
});

describe('an entry afterwards', () => {
  const next = summaryOf(1, { updatedAt: NOW });
  const changed = {
    workloadArn: ONE.arn,
    reason: 'changed',
    summary: next,
    entry: { ...SEEN, fullAt: 5, lookedAt: 6 },
  } as const;
  test.each<[string, Dealt, number, number]>([
    ['of a run is full', 'run', NOW, NOW],
    ['of a change that was explained is as full as before, and still to be looked at', 'explained', 5, 6],
    ['of a look that found nothing is as full as before', 'quiet', 5, NOW],
    ['of manual mode is not full', 'manual', 0, NOW],
  ])('%s', (_what, dealt, fullAt, lookedAt) => {
    expect(entryAfter(changed, dealt, NOW)).toEqual({
      ...{ updatedAt: NOW, counts: '3.2.1.51.0', fullAt, lookedAt },
    });
  });

  test('of what is gone is none', () => {
    expect(entryAfter({ workloadArn: ONE.arn, reason: 'gone', entry: SEEN }, 'run', NOW)).toBeUndefined();
  });
});

describe('entries in storage', () => {
  const entriesOf = (count: number) => new Map(summariesOf(count).map(({ arn }) => [arn, SEEN]));

  test('come back as they were saved, for their connection and Region alone', async () => {
    const kvs = new MemoryKeyValues();
    const store = createWatchStore(kvs, 'c1', 'eu-west-1');
    expect(await store.load()).toEqual(new Map());
    await store.save(entriesOf(100));
    expect(await createWatchStore(kvs, 'c1', 'eu-west-1').load()).toEqual(entriesOf(100));
    expect(await createWatchStore(kvs, 'c1', 'us-east-1').load()).toEqual(new Map());
    expect(await createWatchStore(kvs, 'c2', 'eu-west-1').load()).toEqual(new Map());
  });

  test('that did not change are not written; of one that did, one value is', async () => {
    const kvs = new MemoryKeyValues();
    await createWatchStore(kvs, 'c1', 'eu-west-1').save(entriesOf(100));
    const { writes } = kvs;
    const store = createWatchStore(kvs, 'c1', 'eu-west-1');
    const entries = await store.load();
    await store.save(new Map([...entries].reverse()));
    expect(kvs.writes).toBe(writes);
    await store.save(new Map([...entries, [arnOf(7), { ...SEEN, fullAt: 1 }]]));
    expect(kvs.writes).toBe(writes + 1);
  });

  test('leave when they are left out', async () => {
    const kvs = new MemoryKeyValues();
    await createWatchStore(kvs, 'c1', 'eu-west-1').save(entriesOf(40));
    const store = createWatchStore(kvs, 'c1', 'eu-west-1');
    await store.load();
    await store.save(entriesOf(3));
    expect(await createWatchStore(kvs, 'c1', 'eu-west-1').load()).toEqual(entriesOf(3));
  });

  test('of 5,000 workloads stay far below the limit of a value', async () => {
    const kvs = new MemoryKeyValues();
    await createWatchStore(kvs, 'c1', 'eu-west-1').save(entriesOf(5000));
    const sizes = [...kvs.values.values()].map((text) => Buffer.byteLength(text));
    expect(sizes).toHaveLength(16);
    expect(Math.max(...sizes)).toBeLessThan(VALUE_LIMIT / 4);
  });

  test('of version 1, which did not tell a run from manual mode, are read as a whole on the next day', async () => {
    const kvs = new MemoryKeyValues();
    await kvs.set('watch:c1:eu-west-1:0', { [arnOf(1)]: [5, '1.2.3.4.5', NOW] });
    const entries = await createWatchStore(kvs, 'c1', 'eu-west-1').load();
    expect([...entries.values()]).toEqual([{ updatedAt: 5, counts: '1.2.3.4.5', fullAt: 0, lookedAt: NOW }]);
  });

  test('that cannot be read count as not seen', async () => {
    const kvs = new MemoryKeyValues();
    await kvs.set('watch:c1:eu-west-1:0', { broken: 1 });
    expect(await createWatchStore(kvs, 'c1', 'eu-west-1').load()).toEqual(new Map());
  });
});
