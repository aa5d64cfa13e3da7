/** What a run reserves of the budget: judged in every invocation, counted once, and given back where it was not sent. */
import { describe, expect, test } from '@jest/globals';
import { asReason } from '../../../../src/reason';
import { Refusal } from '../../../../src/refusal';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import { withChanges, type RecentChange } from '../../../../src/sync/budget/recent-changes';
import type { SyncEnd } from '../../../../src/sync/sync-end';
import { practice, question, smallReview, withPractices, WORKLOAD_ARN } from '../../../builders/review';
import { Killed, type Site } from '../../../builders/site';
import { down, find, synced } from '../synced-site';

/** Thirty best practices in three questions: 33 issues, of which sixteen are not more than half. */
const REVIEW = smallReview(...['q1', 'q2', 'q3'].map((id, nth) => question(id, 'HIGH', practices(nth * 10))));
const HALF = 16;
const AUTOMATIC = { automatic: true } as const;

function practices(first: number) {
  return Array.from({ length: 10 }, (_, nth) => practice(`p${first + nth}`));
}

/** People selected so many in AWS: their issues are to close, the fourth of each ten stays, so that no Task closes. */
async function selected(count: number): Promise<Site> {
  const site = await synced(REVIEW);
  const ids = Array.from({ length: 30 }, (_, nth) => nth).filter((nth) => nth % 10 !== 3);
  site.review = withPractices(
    REVIEW,
    Object.fromEntries(ids.slice(0, count).map((nth) => [`p${nth}`, 'selected' as const])),
  );
  return site;
}

const store = (site: Site) => createRecentChangesStore(site.kvs);

async function counted(site: Site): Promise<readonly string[]> {
  const { changes } = await store(site).load(WORKLOAD_ARN);
  return changes.map(({ choice = '' }) => choice).sort();
}

function closed(site: Site): readonly string[] {
  const done = site.board.ours().filter(({ status }) => status.category === 'done');
  return done.map(({ property: { choice = '' } }) => choice).sort();
}

/** Another run closed so many of other issues within the day. */
async function othersClosed(site: Site, count: number): Promise<void> {
  const others = Array.from({ length: count }, (_, nth): RecentChange => {
    const choice = `other${nth}`;
    return {
      ...{ kind: 'issuesClosed', at: site.time, runId: 'another', title: choice },
      ...{ question: 'q3', choice },
    };
  });
  const recent = await store(site).load(WORKLOAD_ARN);
  await store(site).save(WORKLOAD_ARN, withChanges(recent, others, WORKLOAD_ARN));
}

/** For each call of storage before the first that moves an issue, a run that dies there; then that happens meanwhile. */
async function resumedAfterEachDeath(
  count: number,
  meanwhile: (site: Site) => Promise<void>,
): Promise<readonly [end: SyncEnd, site: Site][]> {
  const ends: [SyncEnd, Site][] = [];
  for (let k = 1; ; k++) {
    const site = await selected(count);
    const run = site.newRun(AUTOMATIC);
    let calls = 0;
    const died = await site.diesIn(run, (when, call) => {
      if (when === 'before' && call === 'jira.move') calls = Infinity;
      if (when === 'after' && call.startsWith('kvs.') && (calls += 1) === k) throw new Killed(call);
    });
    if (!died) break;
    await meanwhile(site);
    ends.push([await site.run(run), site]);
  }
  return ends;
}

describe('a run that died before its first change, at any call of storage', () => {
  test('counts once: it goes on with all that it planned', async () => {
    const ends = await resumedAfterEachDeath(HALF, () => Promise.resolve());
    expect(ends.length).toBeGreaterThan(10);
    for (const [end, site] of ends) {
      expect(end).toMatchObject({ kind: 'applied', why: undefined, tally: { closed: HALF } });
      expect(await counted(site)).toEqual(closed(site));
    }
  });

  test('is judged with what others did meanwhile', async () => {
    for (const [end, site] of await resumedAfterEachDeath(10, (it) => othersClosed(it, 14))) {
      expect(end.why).toMatchObject([{ code: 'many-in-a-day', params: { more: 10, before: 14 } }]);
      expect(closed(site)).toEqual([]);
    }
  });

  test('and plans something else then: what it had reserved is of no account', async () => {
    const other = { p20: 'selected', p21: 'selected' } as const;
    for (const [end, site] of await resumedAfterEachDeath(10, (it) => {
      it.review = withPractices(REVIEW, other);
      return Promise.resolve();
    })) {
      const isApproved = end.isIncomplete;
      expect(closed(site)).toEqual(isApproved ? [] : ['p20', 'p21']);
      if (!isApproved) expect(await counted(site)).toEqual(['p20', 'p21']);
    }
  });
});

test('a run that pauses on the way is judged with what others did until it goes on', async () => {
  const site = await selected(HALF);
  const run = site.newRun(AUTOMATIC);
  let moves = 0;
  const move = site.jira.move.bind(site.jira);
  site.jira.move = async (...asked) => {
    moves += 1;
    if (moves > 5) throw down(60);
    return move(...asked);
  };
  await expect(site.invoke(run)).rejects.toThrow();
  site.jira.move = move;
  const before = closed(site);
  expect(before).toHaveLength(5);
  await othersClosed(site, 2);
  const end = await site.run(run);
  expect(end.why).toMatchObject([{ code: 'many-in-a-day' }]);
  expect(closed(site)).toEqual(before);
  expect((await store(site).load(WORKLOAD_ARN)).stopped).toMatchObject([{ kind: 'issuesClosed' }]);
});

describe('what was reserved and not sent is given back where a run', () => {
  const table: readonly [words: string, stop: () => unknown][] = [
    ['meets a bug', () => new TypeError('x of undefined')],
    ['was ended by a person', () => new Refusal('conflict', asReason('unlinked'))],
    ['has to wait', () => down(60)],
  ];
  test.each(table)('%s', async (_words, stop) => {
    const site = await selected(HALF);
    site.holds = () => {
      if (site.jira.writes.length >= 5) throw stop();
      return true;
    };
    await expect(site.invoke(site.newRun(AUTOMATIC))).rejects.toThrow();
    expect(closed(site).length).toBeGreaterThan(4);
    expect(closed(site).length).toBeLessThan(HALF);
    expect(await counted(site)).toEqual(closed(site));
  });
});

describe('of what is sent', () => {
  async function ran(fate: 'refused' | 'lost' | 'lost and done' | 'there already'): Promise<Site> {
    const site = await selected(4);
    const move = site.jira.move.bind(site.jira);
    const id = find(site, 'q1', 'p1').id;
    site.jira.move = async (...asked) => {
      if (asked[0].id !== id) return move(...asked);
      if (fate === 'refused') return { kind: 'refused', code: 'refused', reason: asReason('A validator.') };
      if (fate === 'there already') site.board.setStatus(id, 'done');
      if (fate === 'lost') throw down();
      const answer = await move(...asked);
      if (fate === 'lost and done') throw down();
      return answer;
    };
    await site.sync(AUTOMATIC);
    return site;
  }

  test('what Jira refuses does not count', async () => {
    expect(await counted(await ran('refused'))).toEqual(['p0', 'p2', 'p4']);
  });

  test('what somebody else did in the meantime does not count', async () => {
    expect(await counted(await ran('there already'))).toEqual(['p0', 'p2', 'p4']);
  });

  test.each(['lost', 'lost and done'] as const)('what was %s counts: it may have been done', async (fate) => {
    expect(await counted(await ran(fate))).toEqual(['p0', 'p1', 'p2', 'p4']);
  });
});
