/** Cases about identity and texts that break other tools, each by name, on the local site. */
import { afterEach, expect, test } from '@jest/globals';
import { renamePractice, renameQuestion, withdrawPractice } from '../../sandbox/aws';
import { asPerson } from './open-site';
import { openSmallSite, type SmallSite } from './small-site';

let site: SmallSite;
afterEach(() => site.close());

test('the three ways of saying "none of these" give no issue: by id, by title, and not at all', async () => {
  site = await openSmallSite();
  const outcome = await site.run();
  expect(outcome.created).toEqual({ epics: 1, tasks: 3, subtasks: 7 });
  expect((await site.issues()).map(({ fields }) => fields.summary)).not.toContain('None of these');
});

test('a question renamed by AWS is retitled, not made twice', async () => {
  site = await openSmallSite();
  await site.run();
  const before = await site.issue('How do you keep keys?');
  site.site.aws.admin.upgradeLens(site.lensAlias, (lens) =>
    renameQuestion(lens, 'keys', 'How do you guard keys?'),
  );
  const outcome = await site.run();
  expect(outcome.created).toEqual({ epics: 0, tasks: 0, subtasks: 0 });
  expect((await site.issue('How do you guard keys?')).id).toBe(before.id);
});

test('a title that a user changed is kept; when AWS changes it too, old, new and theirs are told', async () => {
  site = await openSmallSite();
  await site.run();
  const { key } = await site.issue('Rotate keys');
  site.site.jira.admin.setSummary(key, 'Rotate keys before the audit');
  expect((await site.run()).conflicts).toEqual([]);
  site.site.aws.admin.upgradeLens(site.lensAlias, (lens) =>
    renamePractice(lens, 'keys', 'keys_rotated', 'Rotate keys every year'),
  );
  const [conflict] = (await site.run()).conflicts;
  expect(conflict).toMatchObject({ key, code: 'text-edited' });
  expect(conflict?.texts?.find(({ field }) => field === 'title')).toEqual({
    field: 'title',
    old: 'Rotate keys',
    new: 'Rotate keys every year',
    theirs: 'Rotate keys before the audit',
  });
  expect((await site.issue('Rotate keys before the audit')).key).toBe(key);
});

test('a parent that a user changed is left as it is', async () => {
  site = await openSmallSite();
  await site.run();
  const task = await site.issue('How do you close doors?');
  const epicType = (await site.issues()).find(({ fields }) => fields.issuetype.hierarchyLevel === 1)?.fields
    .issuetype;
  const epic = await asPerson(site.site, 'POST', 'issue', {
    fields: { project: { key: 'WA' }, summary: 'Our own Epic', issuetype: { name: epicType?.name } },
  });
  const parent = { key: (epic.body as { key: string }).key };
  expect((await asPerson(site.site, 'PUT', `issue/${task.key}`, { fields: { parent } })).status).toBe(204);
  site.site.clearRequests();
  expect((await site.run()).planned.update).toBe(0);
  expect(site.writes()).toEqual([]);
  expect((await site.issue('How do you close doors?')).fields.parent?.key).toBe(parent.key);
});

test('an issue moved to another project is followed by its id', async () => {
  site = await openSmallSite();
  await site.run();
  const { id } = await site.issue('How do you close doors?');
  const moved = site.site.jira.admin.moveIssue(id, 'KAN');
  expect((await site.run()).created).toEqual({ epics: 0, tasks: 0, subtasks: 0 });
  site.answer('doors', { IsApplicable: false });
  const outcome = await site.run();
  expect(outcome.closed).toBe(3);
  expect((await site.issue('How do you close doors?')).key).toBe(moved.key);
});

test('an issue deleted in Jira is reported, and made again only when asked', async () => {
  site = await openSmallSite();
  await site.run();
  site.site.jira.admin.deleteIssue((await site.issue('Watch doors')).key);
  const reported = await site.run();
  expect(reported.created).toEqual({ epics: 0, tasks: 0, subtasks: 0 });
  expect(reported.conflicts).toMatchObject([{ title: 'Watch doors', code: 'deleted-in-jira' }]);
  const recreated = await site.run({ recreate: true });
  expect(recreated.created).toEqual({ epics: 0, tasks: 0, subtasks: 1 });
  expect((await site.run()).conflicts).toEqual([]);
});

test('a cloned issue carries the identity along: the original is followed, the clone is told and left alone', async () => {
  site = await openSmallSite();
  await site.run();
  const original = await site.issue('Rotate keys');
  const clone = site.site.jira.admin.cloneIssue(original.key);
  site.answer('keys', {
    ChoiceUpdates: { keys_no: { Status: 'UNSELECTED' }, keys_rotated: { Status: 'SELECTED' } },
  });
  const outcome = await site.run();
  expect(outcome.conflicts).toEqual([]);
  expect(outcome.notices.map(({ key, code }) => [key, code])).toEqual([[clone.key, 'says-it-belongs']]);
  const statuses = (await site.issues(`key in (${original.key}, ${clone.key})`)).map(({ key, fields }) => [
    key,
    fields.status.name,
  ]);
  expect(Object.fromEntries(statuses)).toEqual({ [original.key]: 'Done', [clone.key]: 'To Do' });
});

test('a practice withdrawn by a lens upgrade closes nothing and is listed', async () => {
  site = await openSmallSite();
  await site.run();
  const { key } = await site.issue('Watch doors');
  site.site.aws.admin.upgradeLens(site.lensAlias, (lens) => withdrawPractice(lens, 'doors', 'doors_watched'));
  const outcome = await site.run();
  expect(outcome.outOfScope).toMatchObject([{ key, code: 'practice-withdrawn' }]);
  expect([outcome.closed, (await site.issue('Watch doors')).fields.status.name]).toEqual([0, 'To Do']);
});

test('a lens added since yesterday joins the same Epic', async () => {
  site = await openSmallSite();
  await site.run();
  site.site.aws.admin.addLens(site.workloadId, 'wellarchitected');
  const outcome = await site.run({ scope: 'all' });
  expect(outcome.created).toEqual({ epics: 0, tasks: 57, subtasks: 307 });
});

test('a lens removed from the workload closes nothing and is listed', async () => {
  site = await openSmallSite();
  await site.run();
  site.site.aws.admin.addLens(site.workloadId, 'wellarchitected');
  site.site.aws.admin.removeLens(site.workloadId, site.lensAlias);
  const outcome = await site.run();
  expect(outcome.outOfScope.map(({ code }) => code)).toEqual(
    Array.from({ length: 10 }, () => 'lens-removed'),
  );
  expect(outcome.closed).toBe(0);
});
