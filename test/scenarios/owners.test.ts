/** Connections of the site and of projects: who reaches an AWS account, and who does not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allowing, DEFAULT_USER_ARN, REGION } from '../../sandbox/aws';
import {
  APP_ACCOUNT_ID,
  JIRA_ADMIN,
  MEMBER,
  OUTSIDER,
  PROJECT_ADMIN,
  VIEWER,
} from '../../sandbox/jira/seed/users';
import type { WorkloadView } from '../../src/contract';
import type { ConnectionView } from './worded';
import { connect, deployRole, newAccount, shownOf, viewOf } from './connect';
import { openScenario, type Scenario } from './open-site';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

/** A project that an ordinary user made, and so administers. */
function ownProject(key: string, owner: string): string {
  const { admin } = scenario.site.jira;
  const { id } = admin.createProject({ key, name: key, style: 'next-gen' });
  admin.grantRole(key, 'administrators', owner);
  admin.revokeRole(key, 'administrators', PROJECT_ADMIN);
  return id;
}

async function workloads(projectKey: string, accountId: string): Promise<readonly WorkloadView[]> {
  return (await scenario.call('workload.list', { projectKey }, accountId)).workloads;
}

function addWorkload(account: string, name = 'Workload'): string {
  return scenario.site.aws.admin.addWorkload({ name, lenses: ['wellarchitected'], account }).arn;
}

async function projectConnection(
  projectKey: string,
  account: string,
  accountId: string,
): Promise<ConnectionView> {
  const input = { projectKey, name: 'Our own', regions: [REGION], access: 'read-write' };
  const created = await scenario.call('projectConnection.create', input, accountId);
  const ref = { projectKey, connectionId: created.id };
  const roleArn = deployRole(scenario, created, { account });
  await scenario.call('projectConnection.update', { ...ref, roleArn }, accountId);
  await scenario.call('projectConnection.test', { ...ref, region: REGION }, accountId);
  return viewOf(scenario, created.id);
}

describe('a site connection', () => {
  test('serves no project until a Jira admin names it, and then that one', async () => {
    ownProject('OPEN', MEMBER);
    expect(await workloads('OPEN', MEMBER)).toEqual([]);
    const account = newAccount();
    const arn = addWorkload(account);
    const { id } = await connect(scenario, { account, projectKey: 'KAN' });
    expect(await workloads('OPEN', MEMBER)).toEqual([]);
    const link = { projectKey: 'OPEN', connectionId: id, workloadArn: arn };
    await expect(scenario.call('workload.link', link, MEMBER)).rejects.toThrow(
      'not-found: Space OPEN has no such AWS connection for this workload.',
    );
    expect((await workloads('KAN', PROJECT_ADMIN)).map((workload) => workload.arn)).toContain(arn);
  });

  test('limited to named workloads, serves those', async () => {
    const account = newAccount();
    const named = addWorkload(account, 'Named');
    const other = addWorkload(account, 'Not named');
    const { id } = await connect(scenario, { account });
    const serves = [{ projectKey: 'WA', workloadArns: [named] }];
    await scenario.call('connection.serve', { connectionId: id, serves }, JIRA_ADMIN);
    const through = (await workloads('WA', PROJECT_ADMIN)).filter(({ connectionId }) => connectionId === id);
    expect(through.map(({ arn }) => arn)).toEqual([named]);
    const link = { projectKey: 'WA', connectionId: id, workloadArn: other };
    await expect(scenario.call('workload.link', link)).rejects.toThrow(/^not-found/);
  });

  test('goes with the project when its key changes, and not with the key when somebody else takes it', async () => {
    const { admin } = scenario.site.jira;
    ownProject('OLD', PROJECT_ADMIN);
    admin.grantRole('OLD', 'administrators', PROJECT_ADMIN);
    const account = newAccount();
    addWorkload(account);
    const { id } = await connect(scenario, { account, projectKey: 'OLD' });
    const reached = async (key: string, by: string) =>
      (await workloads(key, by)).some(({ connectionId }) => connectionId === id);
    admin.renameProject('OLD', 'NEW');
    expect(await reached('NEW', PROJECT_ADMIN)).toBe(true);
    admin.deleteProject('NEW');
    ownProject('NEW', MEMBER);
    expect(await reached('NEW', MEMBER)).toBe(false);
  });
});

describe('a project connection', () => {
  test("serves its project once its role trusts its own external id, and no other project's", async () => {
    ownProject('MINE', MEMBER);
    const account = newAccount();
    const arn = addWorkload(account);
    const { id, state, serves } = await projectConnection('MINE', account, MEMBER);
    expect(state.code).toBe('ready');
    expect(serves.map(({ projectKey }) => projectKey)).toEqual(['MINE']);
    expect((await workloads('MINE', MEMBER)).map((workload) => workload.arn)).toEqual([arn]);
    expect((await workloads('WA', PROJECT_ADMIN)).some(({ connectionId }) => connectionId === id)).toBe(
      false,
    );
    await scenario.call('connection.delete', { connectionId: id }, JIRA_ADMIN);
  });

  test('with the role of a site connection opens nothing: that role wants another external id', async () => {
    ownProject('THIEF', MEMBER);
    const site = await connect(scenario, {});
    const input = { projectKey: 'THIEF', name: 'Not ours', regions: [REGION], access: 'read-write' };
    const roleArn = site.roleArn ?? '';
    const { id } = await scenario.call('projectConnection.create', { ...input, roleArn }, MEMBER);
    const tried = { projectKey: 'THIEF', connectionId: id, region: REGION };
    const tested = await scenario.call('projectConnection.test', tried, MEMBER);
    expect(tested.ok).toBe(false);
    expect(await workloads('THIEF', MEMBER)).toEqual([]);
  });

  test('with an open role of a site connection stays shut: only a Jira admin can accept that', async () => {
    ownProject('OPENER', MEMBER);
    const account = newAccount();
    addWorkload(account);
    const arn = `arn:aws:iam::${account}:role/WellArchitectedBacklogOpen`;
    const trust = { Effect: 'Allow', Principal: { AWS: DEFAULT_USER_ARN }, Action: 'sts:AssumeRole' };
    const trustPolicy = { Version: '2012-10-17', Statement: trust };
    scenario.site.aws.admin.putRole({ arn, trustPolicy, policies: { All: allowing(['wellarchitected:*']) } });
    const input = {
      projectKey: 'OPENER',
      name: 'Found',
      regions: [REGION],
      access: 'read-only',
      roleArn: arn,
    };
    const { id } = await scenario.call('projectConnection.create', input, MEMBER);
    scenario.site.aws.admin.clearAuthorised();
    const ref = { projectKey: 'OPENER', connectionId: id };
    await scenario.call('projectConnection.test', { ...ref, region: REGION }, MEMBER);
    const used = scenario.site.aws.admin.authorised().map(({ action }) => action);
    expect(used.filter((action) => action.startsWith('wellarchitected:'))).toEqual([]);
    const words = 'A perfectly good reason to be let in.';
    const accept = scenario.call(
      'connection.acceptRisk',
      { connectionId: id, words, shown: shownOf(await viewOf(scenario, id)) },
      MEMBER,
    );
    await expect(accept).rejects.toThrow(/^unauthorised/);
    expect((await viewOf(scenario, id)).state.code).toBe('open-role');
    expect(await workloads('OPENER', MEMBER)).toEqual([]);
  });

  test("is not in the way of a site connection of the same account, nor the site's in its", async () => {
    ownProject('FIRST', MEMBER);
    const account = newAccount();
    await projectConnection('FIRST', account, MEMBER);
    const input = { projectKey: 'FIRST', name: 'Twice', regions: [REGION], access: 'read-only' };
    const roleArn = `arn:aws:iam::${account}:role/x`;
    await expect(scenario.call('projectConnection.create', { ...input, roleArn }, MEMBER)).rejects.toThrow(
      /same AWS account/,
    );
    expect((await connect(scenario, { account, name: 'Of the site' })).state.code).toBe('ready');
  });

  test("is another project's business for nobody: not seen, not tested, not deleted", async () => {
    ownProject('OURS', MEMBER);
    const { id } = await projectConnection('OURS', newAccount(), MEMBER);
    const { connections } = await scenario.call('projectConnection.list', { projectKey: 'WA' });
    expect(connections).toEqual([]);
    const ref = { projectKey: 'WA', connectionId: id };
    for (const [name, payload] of [
      ['projectConnection.test', { ...ref, region: REGION }],
      ['projectConnection.update', { ...ref, name: 'x' }],
      ['projectConnection.delete', ref],
    ] as const) {
      await expect(scenario.call(name, payload)).rejects.toThrow(/^not-found/);
    }
    await expect(
      scenario.call('connection.update', { connectionId: id, name: 'x' }, JIRA_ADMIN),
    ).rejects.toThrow(/^not-found/);
  });

  test('of every project is seen and deleted by a Jira admin, who can switch the kind off', async () => {
    ownProject('LAST', MEMBER);
    const { id } = await projectConnection('LAST', newAccount(), MEMBER);
    const off = { settings: { projectConnections: false } };
    await scenario.call('siteSettings.save', off, JIRA_ADMIN);
    expect((await viewOf(scenario, id)).state.code).toBe('switched-off');
    const input = { projectKey: 'LAST', name: 'Another', regions: [REGION], access: 'read-only' };
    await expect(scenario.call('projectConnection.create', input, MEMBER)).rejects.toThrow(/switched off/);
    const again = { projectKey: 'LAST', connectionId: id, region: REGION };
    await expect(scenario.call('projectConnection.test', again, MEMBER)).rejects.toThrow(/switched off/);
    await scenario.call('siteSettings.save', { settings: { projectConnections: true } }, JIRA_ADMIN);
    expect((await viewOf(scenario, id)).state.code).toBe('ready');
    await scenario.call('connection.delete', { connectionId: id }, JIRA_ADMIN);
    await expect(viewOf(scenario, id)).rejects.toThrow('no connection');
  });
});

describe('what a person reads is read as that person', () => {
  test('an issue behind a security level keeps its place in the counts, and loses key, title and texts', async () => {
    const account = newAccount();
    const arn = addWorkload(account, 'Hidden parts');
    const { id } = await connect(scenario, { account });
    await scenario.call('workload.link', { projectKey: 'WA', connectionId: id, workloadArn: arn });
    await scenario.sync({ workload: arn, scope: 'all' });
    const { jira } = scenario.site;
    const [hidden] = (await scenario.issues(`waWorkload = "${arn}"`)).filter(
      ({ fields }) => fields.issuetype.hierarchyLevel === 0,
    );
    if (!hidden) throw new Error('no Task was made');
    jira.admin.setSummary(hidden.key, 'Only for the incident team', JIRA_ADMIN);
    jira.admin.hideIssue(hidden.key, [JIRA_ADMIN, APP_ACCOUNT_ID]);
    const payload = { projectKey: 'WA', workloadArn: arn, mode: 'sync', scope: 'risks' } as const;
    const { runId } = await scenario.call('sync.start', payload);
    await scenario.site.host.idle();
    const seenBy = async (accountId: string) =>
      JSON.stringify(await scenario.call('sync.run', { projectKey: 'WA', runId }, accountId));
    expect(await seenBy(JIRA_ADMIN)).toContain(`"${hidden.key}"`);
    const viewer = await seenBy(VIEWER);
    expect(viewer).not.toContain(`"${hidden.key}"`);
    expect(viewer).not.toContain('Only for the incident team');
  });

  test('nobody outside the project sees anything of it', async () => {
    await expect(scenario.call('workload.linked', { projectKey: 'WA' }, OUTSIDER)).rejects.toThrow(
      /^unauthorised/,
    );
  });
});
