/** An Epic that people deleted, made again: its Tasks hang below nothing until a person has them put below it. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';
import { asPerson, type Issue } from './open-site';
import { show, showAndRun } from './write-back-runs';

const TITLES = ['How do you close doors?', 'How do you keep keys?', 'How do you run the workload?'];

let site: ReviewedSite;
afterEach(() => site.close());

async function withoutEpic(options: Parameters<typeof openReviewedSite>[0] = {}): Promise<void> {
  site = await openReviewedSite(options);
  await site.link(site.workloadArn);
  await site.run();
  site.site.jira.admin.deleteIssue((await epic()).key);
  await site.rest();
}

async function epic(): Promise<Issue> {
  const found = (await site.issues()).find(({ fields }) => fields.issuetype.hierarchyLevel === 1);
  if (!found) throw new Error('there is no Epic');
  return found;
}

async function parents(): Promise<readonly (string | undefined)[]> {
  return Promise.all(TITLES.map(async (title) => (await site.issue(title)).fields.parent?.key));
}

describe('the preview lists the Tasks', () => {
  test('and the sync puts them below the new Epic', async () => {
    await withoutEpic();
    const { shown, outcome } = await showAndRun(site, { recreate: true });
    expect(outcome.created).toEqual({ epics: 1, tasks: 0, subtasks: 0 });
    expect(shown.filter(({ kind }) => kind === 'update')).toHaveLength(3);
    expect(outcome.proposals.map(({ proposal }) => proposal)).toEqual(
      TITLES.map(() => ({ kind: 'below-epic', taken: true })),
    );
    const { key } = await epic();
    expect(await parents()).toEqual([key, key, key]);
    const again = (await show(site, { recreate: true })).outcome;
    expect([again.unchanged, again.proposals, again.conflicts]).toEqual([11, [], []]);
  });

  test('and one that a person leaves out stays, told, until they ask for it', async () => {
    await withoutEpic();
    const { key: issueKey } = await site.issue(TITLES[1]!);
    const decision = { kind: 'below-epic', issueKey } as const;
    await showAndRun(site, { recreate: true, proposals: [{ ...decision, take: false }] });
    const { key } = await epic();
    expect(await parents()).toEqual([key, undefined, key]);
    const later = await showAndRun(site);
    expect([later.shown, later.outcome.proposals]).toMatchObject([[], [{ key: issueKey }]]);
    await showAndRun(site, { proposals: [{ ...decision, take: true }] });
    expect(await parents()).toEqual([key, key, key]);
  });

  test('but for one that a person put below another Epic, which stays there', async () => {
    await withoutEpic();
    const fields = { project: { key: 'WA' }, issuetype: { name: 'Epic' }, summary: 'Of the team' };
    const { body } = await asPerson(site.site, 'POST', 'issue', { fields });
    const { key: other } = body as { key: string };
    const { key: issueKey } = await site.issue(TITLES[0]!);
    await asPerson(site.site, 'PUT', `issue/${issueKey}`, { fields: { parent: { key: other } } });
    const { outcome } = await showAndRun(site, { recreate: true });
    expect(outcome.proposals).toHaveLength(2);
    expect((await parents())[0]).toBe(other);
  });
});

test('a choice is part of the plan: what was shown with it is not applied without it', async () => {
  await withoutEpic();
  const { fingerprint } = (await show(site, { recreate: true })).outcome;
  const { key: issueKey } = await site.issue(TITLES[1]!);
  const proposals = [{ kind: 'below-epic', issueKey, take: false } as const];
  expect((await site.run({ recreate: true, fingerprint, proposals })).kind).toBe('changed-since');
});

test('automatic mode moves nothing that a person left out', async () => {
  await withoutEpic({ fastForward: false });
  const tasks = await Promise.all(TITLES.map((title) => site.issue(title)));
  const proposals = tasks.map(({ key }) => ({ kind: 'below-epic', issueKey: key, take: false }) as const);
  const { fingerprint } = (await show(site, { recreate: true, proposals })).outcome;
  await site.run({ recreate: true, proposals, fingerprint });
  await site.save(AUTO);
  await site.answerInAws('keys', { Notes: 'news' });
  for (let hours = 0; hours < 48; hours += 12) await site.pass(12 * 3600_000);
  expect(await parents()).toEqual([undefined, undefined, undefined]);
}, 60_000);
