/** One budget a workload, through the engine: whoever starts the runs, whatever they read. */
import { describe, expect, test } from '@jest/globals';
import { practice, question, smallReview, withPractices } from '../../../builders/review';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import type { RecentChanges } from '../../../../src/sync/budget/recent-changes';
import { killAt, type Site } from '../../../builders/site';
import { WORKLOAD_ARN } from '../../../builders/review';
import { find, synced } from '../synced-site';

const HOUR_MS = 3600 * 1000;
const TOTAL = 30;

/** Thirty best practices in three questions. */
const REVIEW = smallReview(
  ...['q1', 'q2', 'q3'].map((id, nth) => question(id, 'HIGH', practices(nth * 10, 10))),
);

function practices(first: number, count: number) {
  return Array.from({ length: count }, (_, nth) => practice(`p${first + nth}`));
}

function selected(first: number, count: number) {
  return Object.fromEntries(practices(first, count).map(({ id }) => [id, 'selected' as const]));
}

/** People select these in AWS, and a run follows. */
function select(site: Site, first: number, count: number): void {
  site.review = withPractices(site.review, selected(first, count));
}

function recent(site: Site): Promise<RecentChanges> {
  return createRecentChangesStore(site.kvs).load(WORKLOAD_ARN);
}

const AUTOMATIC = { automatic: true } as const;

describe('runs of one day are judged together', () => {
  test('two of a person: eleven of 33 issues close, then more than half would have', async () => {
    const site = await synced(REVIEW);
    select(site, 0, 11);
    expect(await site.sync()).toMatchObject({ kind: 'applied', tally: { closed: 11 } });
    site.time += HOUR_MS;
    select(site, 11, 6);
    const why = [
      { code: 'many-in-a-day', params: { kind: 'issuesClosed', more: 6, before: 11, there: TOTAL + 3 } },
    ];
    expect(await site.preview()).toMatchObject({ kind: 'previewed', why });
    expect(await site.sync()).toMatchObject({ kind: 'refused', why });
    expect(await site.sync({ confirm: true })).toMatchObject({ kind: 'applied', tally: { closed: 6 } });
    expect(await recent(site)).toMatchObject({ changes: [], stopped: [] });
  });

  test('what a person confirmed counts for nothing, and a day later nothing counts', async () => {
    const site = await synced(REVIEW);
    select(site, 0, 20);
    expect(await site.sync({ confirm: true })).toMatchObject({ tally: { closed: 20 } });
    select(site, 20, 6);
    expect(await site.sync()).toMatchObject({ kind: 'applied', tally: { closed: 6 } });
    site.time += 25 * HOUR_MS;
    select(site, 26, 3);
    expect(await site.sync()).toMatchObject({ kind: 'applied', tally: { closed: 3 } });
    expect((await recent(site)).changes).toHaveLength(3);
  });

  test('issues that are made and closed in one run do not count', async () => {
    const site = await synced(REVIEW);
    site.settings = { ...site.settings, scope: 'all' };
    site.review = smallReview(
      ...['q1', 'q2', 'q3'].map((id, nth) => question(id, 'HIGH', practices(nth * 10, 10))),
      ...Array.from({ length: 40 }, (_, nth) => question(`none${nth}`, 'NONE')),
    );
    expect(await site.sync(AUTOMATIC)).toMatchObject({ kind: 'applied', why: undefined });
    expect((await recent(site)).changes).toEqual([]);
  });
});

describe('where nobody is there to confirm', () => {
  async function stopped() {
    const site = await synced(REVIEW);
    select(site, 0, 20);
    site.board.setStatus(find(site, 'q3', 'p25').id, 'done');
    return site;
  }

  test('the kind waits, and stays waiting however long and however little is left of it', async () => {
    const site = await stopped();
    expect(await site.sync(AUTOMATIC)).toMatchObject({ kind: 'refused', tally: { closed: 0 } });
    site.review = withPractices(
      site.review,
      Object.fromEntries(practices(2, 18).map(({ id }) => [id, 'open'])),
    );
    site.time += 30 * HOUR_MS;
    expect(await site.sync(AUTOMATIC)).toMatchObject({
      ...{ kind: 'refused', tally: { closed: 0 } },
      why: [{ code: 'kind-waits', params: { kind: 'issuesClosed', changes: 2 } }],
    });
    expect(await site.sync({ confirm: true })).toMatchObject({ kind: 'applied', tally: { closed: 2 } });
    select(site, 2, 1);
    expect(await site.sync(AUTOMATIC)).toMatchObject({ kind: 'applied', tally: { closed: 1 } });
  });

  test('other kinds go on, and the outcome says what waits', async () => {
    const site = await stopped();
    site.review = smallReview(
      ...site.review.lenses.flatMap(({ pillars }) => pillars.flatMap(({ questions }) => questions)),
      question('new', 'HIGH'),
    );
    const end = await site.sync(AUTOMATIC);
    expect(end).toMatchObject({
      ...{ kind: 'applied', created: { tasks: 1 }, tally: { closed: 0 } },
      why: [{ code: 'closes-many', params: { moving: 20 } }],
    });
    expect((await recent(site)).stopped).toEqual([{ kind: 'issuesClosed', at: site.time }]);
  });

  test('what has nothing left to wait for is stopped no more', async () => {
    const site = await stopped();
    await site.sync(AUTOMATIC);
    site.review = REVIEW;
    await site.sync(AUTOMATIC);
    expect((await recent(site)).stopped).toEqual([]);
  });
});

test('an invocation that dies at any call leaves no closed issue uncounted', async () => {
  for (let k = 1; ; k++) {
    const site = await synced(REVIEW);
    select(site, 0, 4);
    const run = site.newRun(AUTOMATIC);
    const died = await site.diesIn(run, killAt(k, 'after'));
    const closed = site.board
      .all()
      .filter(({ level, status }) => level === 'subtask' && status.category === 'done');
    const counted = new Set((await recent(site)).changes.map(({ issueId }) => issueId));
    expect(closed.filter(({ id }) => !counted.has(id))).toEqual([]);
    if (!died) break;
  }
});
