/** The preflight of a project says what a sync of it would be blocked on, in the same words, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { openSmallSite, type SmallSite } from './small-site';
import type { PreflightCheck } from './worded';

let site: SmallSite;
let workloadArn: string;

beforeAll(async () => {
  site = await openSmallSite();
  workloadArn = site.site.aws.admin.workloads().find(({ id }) => id === site.workloadId)?.arn ?? '';
}, 120_000);
afterAll(() => site.close());

const jira = () => site.site.jira.admin;

const checks = async (projectKey: string): Promise<readonly PreflightCheck[]> =>
  (await site.call('project.preflight', { projectKey })).checks;

const of = (what: PreflightCheck['what'], found: readonly PreflightCheck[]) =>
  found.filter((check) => check.what === what).map(({ result, reason }) => `${result}: ${reason}`);

test.each(['WA', 'KAN'])('the project %s as it comes can take everything', async (projectKey) => {
  const found = await checks(projectKey);
  expect(found.filter(({ result }) => result !== 'ok')).toEqual([]);
  expect(new Set(found.map(({ what }) => what)).size).toBe(11);
  expect(of('way-to-done', found)).toHaveLength(3);
  expect(of('way-to-done', found)[0]).toMatch(/^ok: .*not tried yet/);
  expect(of('priority', found)[0]).toMatch(/HIGH.*"High".*MEDIUM.*"Medium"/);
});

describe('an issue security scheme', () => {
  const levels = (...inSecond: string[]) => [
    { name: 'Everybody', accounts: [PROJECT_ADMIN, APP_ACCOUNT_ID] },
    { name: 'Staff', accounts: [PROJECT_ADMIN, ...inSecond] },
  ];

  test.each<[string, readonly { name: string; accounts: readonly string[]; isDefault?: boolean }[], RegExp]>([
    ['that lets the app in', levels(APP_ACCOUNT_ID), /^ok: Every level of .*"Internal"/],
    ['with a level without the app', levels(), /^warning: .*"Internal" has levels .*: Staff\. A work item/],
    [
      'whose default level is without the app',
      levels().map((level) => ({ ...level, isDefault: level.name === 'Staff' })),
      /^warning: .*Staff\. One of them is the default level/,
    ],
  ])('%s', async (_what, some, said) => {
    jira().setSecurityScheme('KAN', { name: 'Internal', levels: some });
    const [found = '', ...more] = of('issue-security', await checks('KAN'));
    jira().setSecurityScheme('KAN', undefined);
    expect(found).toMatch(said);
    expect(more).toEqual([]);
  });
});

describe('what a sync is blocked on', () => {
  test.each<[what: PreflightCheck['what'], key: string, spoil: (key: string) => void]>([
    [
      'subtask',
      'NOSUB',
      (key) => void jira().createProject({ key, name: key, issueTypes: { subtask: null } }),
    ],
    [
      'required-fields',
      'TEAM',
      (key) => {
        jira().createProject({ key, name: key });
        jira().addRequiredField(key, { name: 'Team' });
      },
    ],
  ])('%s: the preflight has the words of the sync', async (what, key, spoil) => {
    spoil(key);
    await site.connectProject(key);
    const found = await checks(key);
    const failed = found.filter(({ result }) => result === 'failed');
    expect(new Set(failed.map((check) => check.what))).toEqual(new Set([what]));
    const outcome = await site.run({ projectKey: key, mode: 'preview' });
    expect(outcome.kind).toBe('blocked');
    expect(outcome.refusal?.split('\n')).toEqual(failed.map(({ reason }) => reason));
    await site.call('workload.unlink', { projectKey: key, workloadArn });
  });

  test('a project that the app may not see', async () => {
    jira().createProject({ key: 'SHUT', name: 'Shut' });
    jira().revokeRole('SHUT', 'apps', APP_ACCOUNT_ID);
    const found = await checks('SHUT');
    expect(found).toMatchObject([{ what: 'project', result: 'failed' }]);
    expect(found[0]?.reason).toMatch(/^Space SHUT .*atlassian-addons-project-access/);
  });
});

test('several done statuses: a warning until the settings of every linked workload name one', async () => {
  const done = { category: 'done' } as const;
  jira().createProject({
    key: 'MANY',
    name: 'Many ends',
    workflow: {
      statuses: [
        { name: 'To Do', category: 'new' },
        { name: 'Done', ...done },
        { name: 'Declined', ...done },
      ],
      transitions: [
        { name: 'Finish', from: 'any', to: 'Done' },
        { name: 'Decline', from: 'any', to: 'Declined' },
      ],
    },
  });
  const before = of('done-status', await checks('MANY'));
  expect(before).toHaveLength(3);
  expect(before[0]).toMatch(/^warning: .*Done \(\d+\), Declined \(\d+\)\. .*settings of the workload say/);
  await site.connectProject('MANY');
  await site.link(workloadArn, 'MANY');
  expect(of('done-status', await checks('MANY'))[0]).toMatch(/settings of "Small Lens" say/);
  const doneStatusId = /Done \((\d+)\)/.exec(before[0] ?? '')?.[1];
  const ref = { projectKey: 'MANY', workloadArn };
  await site.call('settings.save', { ...ref, settings: { doneStatusId } });
  expect(of('done-status', await checks('MANY')).every((words) => words.startsWith('ok: '))).toBe(true);
  await site.call('workload.unlink', ref);
});
