/** A project with several issue types of a level, some with German names: which of them issues become. */
import { afterEach, expect, test } from '@jest/globals';
import type { ProjectOptions } from '../../sandbox/jira/admin/create-project';
import { MEMBER } from '../../sandbox/jira/seed/users';
import { asPerson } from './open-site';
import { openSmallSite, type SmallSite } from './small-site';

let site: SmallSite;
afterEach(() => site.close());

const FEHLER = { name: 'Fehler', level: 0 } as const;
const ANFRAGE = { name: 'Anfrage', level: 0 } as const;
const BUG_AVATAR = 10303;

async function openProject(issueTypes: ProjectOptions['issueTypes']): Promise<string> {
  site = await openSmallSite();
  site.site.jira.admin.createProject({ key: 'DE', name: 'Deutsch', ...(issueTypes ? { issueTypes } : {}) });
  await site.connectProject('DE');
  const { workloads } = await site.call('workload.list', { projectKey: 'DE' });
  const arn = workloads.find(({ name }) => name === 'Small Lens')?.arn ?? '';
  await site.link(arn, 'DE');
  return arn;
}

async function typeId(name: string): Promise<string> {
  const { body } = await asPerson(site.site, 'GET', 'project/DE');
  const { issueTypes } = body as { issueTypes: readonly { id: string; name: string }[] };
  const id = issueTypes.find((type) => type.name === name)?.id;
  if (id === undefined) throw new Error(`DE has no type ${name}`);
  return id;
}

const choose = async (workloadArn: string, issueTypes: object, as?: string) =>
  site.call('settings.save', { projectKey: 'DE', workloadArn, settings: { issueTypes } }, as);

const typesMade = async () =>
  Object.fromEntries(
    (await site.issues('project = DE')).map(({ fields: { issuetype } }) => [
      issuetype.hierarchyLevel,
      issuetype.name,
    ]),
  );

const checks = async (what: string) =>
  (await site.call('project.preflight', { projectKey: 'DE' })).checks
    .filter((check) => check.what === what)
    .map(({ result, reason }) => `${result}: ${reason}`);

const GERMAN = { epic: 'Epos', task: 'Aufgabe', subtask: 'Unteraufgabe' } as const;

test('questions become Aufgaben, never the Fehler that is listed first', async () => {
  await openProject({ ...GERMAN, others: [{ ...FEHLER, avatarId: BUG_AVATAR }, ANFRAGE] });
  const outcome = await site.run({ projectKey: 'DE' });
  expect([outcome.failed, outcome.created]).toEqual([[], { epics: 1, tasks: 3, subtasks: 7 }]);
  expect(await typesMade()).toEqual({ 1: 'Epos', 0: 'Aufgabe', [-1]: 'Unteraufgabe' });
});

test('where nothing tells them apart the app asks before any write, and the setting decides', async () => {
  const arn = await openProject({
    ...GERMAN,
    task: null,
    others: [FEHLER, ANFRAGE, { name: 'QA-Unteraufgabe', level: -1 }],
  });
  const asked = await site.run({ projectKey: 'DE' });
  expect([asked.kind, site.writes()]).toEqual(['blocked', []]);
  const [questions, practices] = asked.refusal?.split('\n') ?? [];
  expect(questions).toMatch(/work types for questions: Fehler \(\d+\), Anfrage \(\d+\)\. .*\(issueTypes\)/);
  expect(practices).toMatch(/best practices: QA-Unteraufgabe \(\d+\), Unteraufgabe \(\d+\)/);
  expect(await checks('task')).toEqual([`failed: ${questions}`]);

  await choose(arn, { task: await typeId('Anfrage'), subtask: await typeId('Unteraufgabe') });
  expect((await checks('task'))[0]).toMatch(/^ok: .*"Anfrage"/);
  expect((await site.run({ projectKey: 'DE' })).failed).toEqual([]);
  expect(await typesMade()).toEqual({ 1: 'Epos', 0: 'Anfrage', [-1]: 'Unteraufgabe' });
});

test('issues that are there keep their type when another one is chosen; new ones get it', async () => {
  const arn = await openProject({ ...GERMAN, others: [ANFRAGE] });
  await site.run({ projectKey: 'DE' });
  const made = (await site.issues('project = DE')).length;
  await choose(arn, { task: await typeId('Anfrage') });
  const deleted = await site.issue('How do you keep keys?');
  site.site.jira.admin.deleteIssue(deleted.key);
  await site.run({ projectKey: 'DE' });
  const again = await site.run({ projectKey: 'DE', recreate: true });
  expect(again.failed).toEqual([]);
  const issues = await site.issues('project = DE');
  expect(issues).toHaveLength(made);
  expect((await site.issue('How do you keep keys?')).fields.issuetype.name).toBe('Anfrage');
  expect(issues.filter(({ fields }) => fields.issuetype.name === 'Aufgabe')).toHaveLength(2);
});

test('a chosen type that the project lost stops a sync before any write, and is told with the way out', async () => {
  const arn = await openProject({ ...GERMAN, others: [ANFRAGE] });
  const id = await typeId('Anfrage');
  await choose(arn, { task: id });
  site.site.jira.admin.removeIssueType('DE', 'Anfrage');
  const outcome = await site.run({ projectKey: 'DE' });
  expect([outcome.kind, site.writes()]).toEqual(['blocked', []]);
  expect(outcome.refusal).toMatch(new RegExp(`work type ${id} for questions.*Aufgabe \\(\\d+\\)`));
  expect(await checks('task')).toEqual([`failed: ${outcome.refusal}`]);
  // Another setting can be saved all the same.
  const ref = { projectKey: 'DE', workloadArn: arn };
  await site.call('settings.save', { ...ref, settings: { issueTypes: { task: id }, scope: 'all' } });
  await choose(arn, {});
  expect((await site.run({ projectKey: 'DE' })).failed).toEqual([]);
});

test('only types of the project and of the level can be chosen, and only by its admins', async () => {
  const arn = await openProject({ ...GERMAN, others: [ANFRAGE] });
  await expect(choose(arn, { task: '99999' })).rejects.toThrow(/^invalid: .*Anfrage \(\d+\)/);
  await expect(choose(arn, { task: await typeId('Epos') })).rejects.toThrow(/^invalid: /);
  await expect(choose(arn, { task: '../1' })).rejects.toThrow(/^invalid: /);
  await expect(choose(arn, { task: await typeId('Anfrage') }, MEMBER)).rejects.toThrow(/^unauthorised: /);
});
