/** Issues of an earlier installation: what a person's choice comes to, whatever stops the run. */
import { describe, expect, test } from '@jest/globals';
import { identityKey } from '../../../src/jira/ownership';
import { createLinkStore } from '../../../src/links/link-store';
import { CREATORS } from '../../builders/board';
import { practice, question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { killAt, Killed, Site } from '../../builders/site';

const REVIEW = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'HIGH', [practice('p3')]),
);
const ISSUES = 6;
const ADOPT = { adoption: 'adopt' } as const;

/** The app was installed anew: nothing is stored, and another account made the issues. */
async function reinstalled(): Promise<Site> {
  const before = new Site(REVIEW);
  await before.sync();
  const site = new Site(REVIEW);
  const ids = new Map<string, string>();
  for (const issue of before.board.all()) {
    const parentId = issue.parentId === undefined ? undefined : ids.get(issue.parentId);
    ids.set(issue.id, site.board.create({ ...issue, parentId, creator: CREATORS.earlier }).id);
  }
  return site;
}

async function linkedAs(site: Site): Promise<ReadonlySet<string>> {
  return new Set((await createLinkStore(site.kvs).load(WORKLOAD_ARN)).links.keys());
}

function everything(site: Site): ReadonlySet<string> {
  return new Set(site.board.ours().map(({ property }) => identityKey(property)));
}

test('nobody chose: nothing is made, and nothing is remembered', async () => {
  const site = await reinstalled();
  const end = await site.sync();
  expect([end.kind, end.why?.map(({ code }) => code)]).toEqual(['blocked', ['adopt-or-make-new']]);
  expect([site.jira.writes, site.kvs.values.size]).toEqual([[], 0]);
});

test('killed at any call while it adopts, the run goes on to adopt all, and makes none', async () => {
  for (let nth = 1; ; nth++) {
    const site = await reinstalled();
    const run = site.newRun(ADOPT);
    const isOver = await site.invoke(run, killAt(nth, 'after')).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return false;
      },
    );
    const end = isOver ? undefined : await site.run(run);
    expect([nth, end?.kind ?? 'applied', site.board.all().length]).toEqual([nth, 'applied', ISSUES]);
    expect(await linkedAs(site)).toEqual(everything(site));
    if (isOver) return;
  }
});

describe('what the run or the settings leave out', () => {
  test.each([
    ['the run', { options: { selection: { questionIds: ['q1'] }, recreate: false } }],
    ['the settings', {}],
  ])('is adopted too, so that it is not made again later: %s', async (what, request) => {
    const site = await reinstalled();
    const { settings } = site;
    if (what === 'the settings') site.settings = { ...settings, selection: { questionIds: ['q1'] } };
    expect((await site.sync({ ...request, ...ADOPT })).kind).toBe('applied');
    site.settings = settings;
    const end = await site.sync();
    expect([end.created, end.conflicts]).toEqual([{ epics: 0, tasks: 0, subtasks: 0 }, []]);
    expect(site.board.all()).toHaveLength(ISSUES);
  });

  test('keeps what people wrote, and the labels of the team', async () => {
    const site = await reinstalled();
    const task = site.board.all().find(({ property }) => property?.question === 'q2' && !property.choice);
    site.board.change(task!.id, { summary: 'Our own words', labels: [...task!.labels, 'team'] });
    await site.sync({ options: { selection: { questionIds: ['q1'] }, recreate: false }, ...ADOPT });
    await site.sync();
    const { summary, labels } = site.board.get(task!.id) ?? {};
    expect([summary, labels]).toEqual(['Our own words', [...task!.labels, 'team']]);
  });
});

test('two of them that say the same: nothing is adopted before people deleted the copy', async () => {
  const site = await reinstalled();
  const [first] = site.board.all();
  const copy = site.board.create({ ...first!, creator: CREATORS.earlier });
  const end = await site.sync(ADOPT);
  expect([end.kind, end.why]).toEqual([
    'blocked',
    [{ code: 'adopted-twice', params: { issues: [first!, copy].map(({ key }) => ({ issueKey: key })) } }],
  ]);
  expect([site.jira.writes, await linkedAs(site)]).toEqual([[], new Set()]);
  site.board.delete(copy.id);
  expect((await site.sync(ADOPT)).kind).toBe('applied');
  expect(await linkedAs(site)).toEqual(everything(site));
});
