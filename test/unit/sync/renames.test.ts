/** A new version of a lens calls items otherwise: whether their issues go on as the new ones is for a person. */
import { describe, expect, test } from '@jest/globals';
import type { Decision } from '../../../src/plan/proposals';
import { createLinkStore } from '../../../src/links/link-store';
import type { SyncRequest } from '../../../src/sync/ports';
import { practice, question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { killAt, Killed, Site } from '../../builders/site';

const titled = (id: string, title: string) => practice(id, 'open', { title });
const asks = (id: string, title: string, ...practices: Parameters<typeof question>[2] & object) =>
  question(id, 'HIGH', practices, { title });

const BEFORE = smallReview(
  asks('q1', 'Keys', titled('p1', 'Rotate'), titled('p2', 'Scope')),
  asks('q2', 'Doors', titled('p3', 'Watch')),
);
/** One best practice is called otherwise, and one question with all that is below it. */
const AFTER = smallReview(
  asks('q1', 'Keys', titled('p1-new', 'Rotate'), titled('p2', 'Scope')),
  asks('q2-new', 'Doors', titled('p3-new', 'Watch')),
);

/** As a person sees it first, with what they decided. */
function seen(decided: readonly Decision[] = []): Partial<SyncRequest> {
  return { options: { selection: {}, recreate: false, proposals: { shown: true, decided } } };
}

async function renamed(after = AFTER): Promise<Site> {
  const site = new Site(BEFORE);
  await site.sync();
  site.review = after;
  return site;
}

function titles(site: Site): readonly string[] {
  return site.board.all().map(({ summary }) => summary);
}

function named(site: Site): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    site.board.all().map(({ key, property }) => [key, property?.choice ?? property?.question ?? 'epic']),
  );
}

describe('a withdrawn item and a new one of its title', () => {
  test('are one where a person saw that: the issue goes on, with its status, and none is made', async () => {
    const site = await renamed();
    const before = site.board.all();
    site.board.setStatus(before.find(({ summary }) => summary === 'Watch')!.id, 'indeterminate');
    const end = await site.sync(seen());
    expect([end.created, end.failed, end.conflicts]).toEqual([{ epics: 0, tasks: 0, subtasks: 0 }, [], []]);
    expect(end.plan.remarks.outOfScope).toEqual([]);
    expect(end.plan.remarks.proposals.map(({ title, params }) => [title, params])).toEqual([
      ['Doors', { from: 'q2', to: 'q2-new', is: 'taken' }],
      ['Rotate', { from: 'p1', to: 'p1-new', is: 'taken' }],
      ['Watch', { from: 'p3', to: 'p3-new', is: 'taken' }],
    ]);
    expect(Object.values(named(site))).toEqual(['epic', 'q1', 'q2-new', 'p1-new', 'p2', 'p3-new']);
    expect(site.board.all().map(({ status }) => status.category)).toContain('indeterminate');
    const { links } = await createLinkStore(site.kvs).load(WORKLOAD_ARN);
    expect([...links.keys()].filter((key) => key.includes('-new'))).toHaveLength(3);
    expect(links.size).toBe(6);
    const again = await site.sync();
    expect([again.plan.changes, again.plan.remarks.proposals]).toEqual([[], []]);
  });

  test('wait where nobody looks: neither made nor adopted, and everything else goes on', async () => {
    const site = await renamed(
      smallReview(...AFTER.lenses[0]!.pillars[0]!.questions, asks('q9', 'Windows', titled('p9', 'Close'))),
    );
    const before = named(site);
    const end = await site.sync();
    expect([end.created, end.failed, end.conflicts]).toEqual([{ epics: 0, tasks: 1, subtasks: 1 }, [], []]);
    expect(end.plan.remarks.proposals.map(({ params }) => params.is)).toEqual(['open', 'open', 'open']);
    expect(named(site)).toMatchObject(before);
    expect(titles(site).filter((title) => title === 'Doors' || title === 'Watch')).toHaveLength(2);
  });

  test('are two where a person leaves the pair out: the new one is made, and not proposed again', async () => {
    const site = await renamed();
    const { key: issueKey } = site.board.all().find(({ summary }) => summary === 'Rotate')!;
    const end = await site.sync(seen([{ kind: 'renamed', issueKey, take: false }]));
    expect(end.created).toEqual({ epics: 0, tasks: 0, subtasks: 1 });
    expect(titles(site).filter((title) => title === 'Rotate')).toHaveLength(2);
    expect(end.plan.remarks.outOfScope).toMatchObject([{ key: issueKey, code: 'practice-withdrawn' }]);
    expect((await site.sync(seen())).plan.remarks.proposals).toEqual([]);
  });

  test('of a question that is left out leave its best practices where they are', async () => {
    const site = await renamed();
    const { key: issueKey } = site.board.all().find(({ summary }) => summary === 'Doors')!;
    const end = await site.sync(seen([{ kind: 'renamed', issueKey, take: false }]));
    expect(end.created).toEqual({ epics: 0, tasks: 1, subtasks: 1 });
    expect(end.plan.remarks.proposals.map(({ title }) => title)).toEqual(['Doors', 'Rotate']);
  });

  test('are no pair below another question or pillar', async () => {
    const moved = smallReview(
      asks('q1', 'Keys', titled('p2', 'Scope')),
      asks('q2', 'Doors', titled('p3', 'Watch'), titled('p1-new', 'Rotate')),
    );
    const site = await renamed(moved);
    const end = await site.sync(seen());
    expect([end.created.subtasks, end.plan.remarks.proposals]).toEqual([1, []]);
  });

  test('are told and not proposed where two have the title', async () => {
    const twice = smallReview(
      asks('q1', 'Keys', titled('p1-a', 'Rotate'), titled('p1-b', 'Rotate'), titled('p2', 'Scope')),
      asks('q2', 'Doors', titled('p3', 'Watch')),
    );
    const end = await (await renamed(twice)).sync(seen());
    expect([end.created.subtasks, end.plan.remarks.proposals]).toEqual([2, []]);
    expect(end.notices).toMatchObject([{ title: 'Rotate', code: 'renamed-unclear', params: { items: 2 } }]);
  });

  test('are no pair where the new one is not there yet, or the run leaves it out', async () => {
    const site = await renamed(smallReview(asks('q1', 'Keys', titled('p2', 'Scope'))));
    expect((await site.sync(seen())).plan.remarks.proposals).toEqual([]);
    const other = await renamed();
    const options = { selection: { questionIds: ['q9'] }, recreate: false };
    const end = await other.preview({ options: { ...options, proposals: { shown: true, decided: [] } } });
    expect([end.plan.changes, end.plan.remarks.proposals]).toEqual([[], []]);
  });
});

test('killed at any call while issues are taken over, a run ends with each item once', async () => {
  for (let nth = 1; ; nth++) {
    const site = await renamed();
    const run = site.newRun(seen());
    const isOver = await site.invoke(run, killAt(nth, 'after')).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return false;
      },
    );
    if (!isOver) await site.run(run);
    expect([nth, Object.values(named(site))]).toEqual([
      nth,
      ['epic', 'q1', 'q2-new', 'p1-new', 'p2', 'p3-new'],
    ]);
    expect((await site.sync()).plan.changes).toEqual([]);
    if (isOver) return;
  }
});
