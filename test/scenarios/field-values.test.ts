/** Required fields, the first complaint about every peer: values of the settings let a sync through. */
import { afterEach, expect, test } from '@jest/globals';
import type { ProjectOptions } from '../../sandbox/jira/admin/create-project';
import { MEMBER } from '../../sandbox/jira/seed/users';
import { asPerson } from './open-site';
import { openSmallSite, type SmallSite } from './small-site';

let site: SmallSite;
let workloadArn: string;
afterEach(() => site.close());

const jira = () => site.site.jira.admin;

async function openProject(options: Partial<ProjectOptions> = {}): Promise<Record<string, string>> {
  site = await openSmallSite();
  jira().createProject({ key: 'REQ', name: 'Required', ...options });
  await site.connectProject('REQ');
  const { workloads } = await site.call('workload.list', { projectKey: 'REQ' });
  workloadArn = workloads.find(({ name }) => name === 'Small Lens')?.arn ?? '';
  await site.link(workloadArn, 'REQ');
  const { body } = await asPerson(site.site, 'GET', 'project/REQ');
  const { issueTypes } = body as { issueTypes: readonly { id: string; name: string }[] };
  return Object.fromEntries(issueTypes.map(({ id, name }) => [name, id]));
}

const save = (settings: object, as?: string) =>
  site.call('settings.save', { projectKey: 'REQ', workloadArn, settings }, as);
const run = (options: object = {}) => site.run({ projectKey: 'REQ', ...options });
const inTypes = (ids: readonly (string | undefined)[], fieldId: string, value: unknown) =>
  ids.map((issueTypeId) => ({ issueTypeId, fieldId, value }));
const valueIn = async (key: string, fieldId: string) => {
  const { body } = await asPerson(site.site, 'GET', `issue/${key}?fields=${fieldId}`);
  return (body as { fields: Record<string, unknown> }).fields[fieldId];
};
const checks = async () =>
  (await site.call('project.preflight', { projectKey: 'REQ' })).checks
    .filter(({ what }) => what === 'required-fields')
    .map(({ result, reason }) => `${result}: ${reason}`);

test('a required field stops everything until the settings give it a value; then every level has it', async () => {
  const types = await openProject();
  const field = jira().addRequiredField('REQ', { name: 'Area', kind: 'select', options: ['North', 'South'] });
  const blocked = await run();
  expect([blocked.kind, site.writes()]).toEqual(['blocked', []]);
  expect(blocked.refusal).toMatch(
    /"Area" \(customfield_\d+\).*"Epic" \(\d+\).*\(fieldValues\): the ID of an option/,
  );
  expect((await checks())[0]).toBe(`failed: ${blocked.refusal?.split('\n')[0]}`);

  const all = [types.Epic, types.Task, types['Sub-task']];
  await save({ fieldValues: inTypes(all, field, '10001') });
  expect(await checks()).toEqual(['ok: No field is required that the app does not fill.']);
  const outcome = await run();
  expect([outcome.failed, outcome.created]).toEqual([[], { epics: 1, tasks: 3, subtasks: 7 }]);
  for (const { key } of await site.issues('project = REQ'))
    expect(await valueIn(key, field)).toMatchObject({ id: '10001', value: 'South' });
});

test('a value of each kind is taken by Jira as the app sends it', async () => {
  const types = await openProject({ components: ['Web', 'Shop'], versions: ['1.0'] });
  const all = [types.Epic, types.Task, types['Sub-task']];
  const list = ['North > Oslo', 'South > Rome'];
  const add = (kind: NonNullable<Parameters<ReturnType<typeof jira>['addRequiredField']>[1]['kind']>) =>
    jira().addRequiredField('REQ', {
      name: `A ${kind}`,
      kind,
      options: kind === 'cascading' ? list : ['A', 'B'],
    });
  for (const id of ['components', 'fixVersions', 'environment']) jira().requireField('REQ', id);
  const { body } = await asPerson(
    site.site,
    'GET',
    `issue/createmeta/REQ/issuetypes/${types.Task}?maxResults=200`,
  );
  const offered = (id: string) =>
    (body as { fields: { fieldId: string; allowedValues?: { id: string }[] }[] }).fields.find(
      ({ fieldId }) => fieldId === id,
    )?.allowedValues?.[0]?.id ?? '';
  const values: [field: string, value: unknown, read: unknown][] = [
    [add('text'), 'Seven', 'Seven'],
    [add('textarea'), 'One\nTwo', { type: 'doc' }],
    [add('url'), 'https://example.com', 'https://example.com'],
    [add('number'), '7', 7],
    [add('date'), '2026-01-31', '2026-01-31'],
    [add('datetime'), '2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000+0000'],
    [add('radio'), '10000', { value: 'A' }],
    [add('checkboxes'), ['10000', '10001'], [{ value: 'A' }, { value: 'B' }]],
    [add('cascading'), ['10002', '10003'], { value: 'South', child: { value: 'Rome' } }],
    [add('labels'), ['well', 'done'], ['done', 'well']],
    [add('user'), MEMBER, { accountId: MEMBER }],
    [add('users'), [MEMBER], [{ accountId: MEMBER }]],
    [add('team'), '36885b3c-1bf0', { id: '36885b3c-1bf0' }],
    ['components', [offered('components')], [{ name: 'Web' }]],
    ['fixVersions', [offered('fixVersions')], [{ name: '1.0' }]],
    ['environment', 'Production', { type: 'doc' }],
  ];
  await save({ fieldValues: values.flatMap(([field, value]) => inTypes(all, field, value)) });
  const outcome = await run();
  expect([outcome.refusal, outcome.failed, outcome.created.subtasks]).toEqual([undefined, [], 7]);
  const { key } = await site.issue('How do you keep keys?');
  for (const [field, , read] of values)
    expect([field, await valueIn(key, field)]).toMatchObject([field, read]);
});

test('issues that are there keep what people wrote; issues that are made again get the value', async () => {
  const types = await openProject();
  const field = jira().addRequiredField('REQ', { name: 'Cost centre' }, [types.Task ?? '']);
  await save({ fieldValues: inTypes([types.Task], field, 'first') });
  await run();
  const { key } = await site.issue('How do you keep keys?');
  const edit = await asPerson(site.site, 'PUT', `issue/${key}`, { fields: { [field]: 'a person’s' } });
  expect(edit.status).toBe(204);
  await save({ fieldValues: inTypes([types.Task], field, 'second') });
  const others = (await site.issues('project = REQ')).filter(
    ({ fields }) => fields.issuetype.name === 'Task',
  );
  const gone = others.find((issue) => issue.key !== key)?.key ?? '';
  jira().deleteIssue(gone);
  await run();
  expect((await run({ recreate: true })).failed).toEqual([]);
  expect(await valueIn(key, field)).toBe('a person’s');
  const tasks = (await site.issues('project = REQ')).filter(({ fields }) => fields.issuetype.name === 'Task');
  const found = await Promise.all(tasks.map((task) => valueIn(task.key, field)));
  expect(found.sort()).toEqual(['a person’s', 'first', 'second']);
});

test('an option that Jira took away is told before any write, with what it offers now', async () => {
  const types = await openProject();
  const field = jira().addRequiredField(
    'REQ',
    { name: 'Area', kind: 'select', options: ['North', 'South'] },
    [types.Task ?? ''],
  );
  await save({ fieldValues: inTypes([types.Task], field, '10000') });
  jira().removeOption(field, 'North');
  const outcome = await run();
  expect([outcome.kind, site.writes()]).toEqual(['blocked', []]);
  expect(outcome.refusal).toMatch(/"Area" .*does not offer 10000.*\(fieldValues\): South \(10001\)\.$/);
  expect(await checks()).toEqual([`failed: ${outcome.refusal}`]);
});

test('what a project does not offer cannot be saved, and only its admins save', async () => {
  const types = await openProject();
  const Task = types.Task ?? '';
  const field = jira().addRequiredField('REQ', { name: 'Area', kind: 'select', options: ['North'] }, [Task]);
  const sprint = jira().addRequiredField('REQ', { name: 'Sprint', kind: 'sprint' }, [Task]);
  const refused: [issueTypeId: string, fieldId: string, value: unknown, why: RegExp][] = [
    [Task, field, '99', /^invalid: .*does not offer 99.*North \(10000\)/],
    [Task, field, ['10000'], /^invalid: .*not what the field takes, which is the ID of an option/],
    ['99999', field, '10000', /^invalid: .*work type 99999, which space REQ does not offer/],
    [Task, 'customfield_99999', 'x', /^invalid: .*customfield_99999, which is not on the create screen/],
    [Task, 'summary', 'x', /^invalid: .*which the app fills itself/],
    [Task, sprint, ['1'], /^invalid: .*cannot fill/],
    [Task, '__proto__', 'x', /^invalid: /],
    [Task, field, 'x'.repeat(1001), /^invalid: /],
  ];
  for (const [issueTypeId, fieldId, value, why] of refused)
    await expect(save({ fieldValues: [{ issueTypeId, fieldId, value }] })).rejects.toThrow(why);
  const value = { issueTypeId: Task, fieldId: field, value: '10000' };
  await expect(save({ fieldValues: [value, value] })).rejects.toThrow(/^invalid: /);
  await expect(save({ fieldValues: [value] }, MEMBER)).rejects.toThrow(/^unauthorised: /);
  await save({ fieldValues: [value] });
  expect(await checks()).toEqual([
    expect.stringMatching(/^failed: .*"Sprint".*of a kind that the app cannot fill/),
  ]);
});

test('a workload in automatic mode makes its issues with the values too', async () => {
  const types = await openProject();
  const field = jira().addRequiredField('REQ', { name: 'Cost centre' });
  const all = [types.Epic, types.Task, types['Sub-task']];
  await save({
    issueManagementStatus: 'ENABLED',
    issueManagementType: 'AUTO',
    fieldValues: inTypes(all, field, '4711'),
  });
  await site.site.host.idle(60_000);
  expect(await site.issues('project = REQ')).toHaveLength(11);
});
