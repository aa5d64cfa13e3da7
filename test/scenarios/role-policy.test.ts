/**
 * The role's policy is aws/role.yaml, enforced by the local site's IAM: it is enough for all that the app does,
 * each of its actions is missed when it is gone, and none is there that the app does not use.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { frameworkLens, roleTemplate } from '../../sandbox/aws';
import { templateActions } from '../builders/role-template';
import { connect, createConnection, deployRole, enterRole, newAccount, testIt, viewOf } from './connect';
import { openScenario, outcomeOf, type Scenario } from './open-site';

const ROLE_TEMPLATE = roleTemplate();

const { account: OF_THE_ACCOUNT, read: READ, write: WRITE, milestones: MILESTONES } = templateActions();
const ACTIONS = [...OF_THE_ACCOUNT, ...READ, ...WRITE];

/** A list item goes; where the action stands alone, another that the app never calls takes its place. */
function without(action: string): string {
  const item = new RegExp(`^ *- ${action}\n`, 'm');
  if (item.test(ROLE_TEMPLATE)) return ROLE_TEMPLATE.replace(item, '');
  return ROLE_TEMPLATE.replace(`Action: ${action}\n`, 'Action: wellarchitected:ListProfiles\n');
}

let scenario: Scenario;
let usedBySync: ReadonlySet<string> = new Set();
let workloadArn = '';
const account = newAccount();
beforeAll(async () => {
  scenario = await openScenario();
  const { admin } = scenario.site.aws;
  // Of the framework the app knows the guidance; of other official lenses it asks for the improvement plans.
  admin.publishLens({ ...frameworkLens(), name: 'Serverless', officialAlias: 'serverless' });
  const lenses = ['wellarchitected', 'serverless'];
  workloadArn = admin.addWorkload({ name: 'Guarded', lenses, account }).arn;
});
afterAll(() => scenario.close());

/** By the app, since the log was cleared. */
function usedActions(): ReadonlySet<string> {
  const used = scenario.site.aws.admin.authorised().map(({ action }) => action);
  return new Set(used.filter((action) => action.startsWith('wellarchitected:')));
}

test('the template names each action once', () => {
  const named = [...ROLE_TEMPLATE.matchAll(/wellarchitected:[A-Z]\w+/g)].map(([action]) => action);
  expect([...named].sort()).toEqual([...new Set([...ACTIONS, ...MILESTONES])].sort());
});

describe('the policy is enough, and no more', () => {
  test('a whole sync, a milestone and a test of the connection use exactly the actions of the template', async () => {
    const connection = await connect(scenario, { account });
    await scenario.call('workload.list', { projectKey: 'WA' });
    const linked = { projectKey: 'WA', connectionId: connection.id, workloadArn };
    await scenario.call('workload.link', linked);
    scenario.site.aws.admin.clearAuthorised();
    outcomeOf(await scenario.sync({ workload: workloadArn }));
    usedBySync = usedActions();
    await testIt(scenario, connection.id);
    const milestone = { projectKey: 'WA', workloadArn, name: 'A milestone', token: 'token' };
    await scenario.call('milestone.save', milestone);
    expect([...usedActions()].sort()).toEqual([...ACTIONS, ...MILESTONES].sort());
  });

  test('every call but those about the account was for a workload of it', () => {
    const calls = scenario.site.aws.admin
      .authorised()
      .filter(({ action }) => action.startsWith('wellarchitected:'));
    const ofTheAccount = calls.filter(({ resource }) => resource === '*').map(({ action }) => action);
    expect([...new Set(ofTheAccount)].sort()).toEqual([...OF_THE_ACCOUNT].sort());
    const others = calls.filter(({ action }) => !OF_THE_ACCOUNT.includes(action));
    expect(others.length).toBeGreaterThan(6);
    for (const { resource } of others) expect(resource).toContain(`:${account}:workload/`);
  });
});

describe('a role without one of the actions', () => {
  test.each(ACTIONS)('%s: the test of the connection names it, and what to add', async (action) => {
    const [connection] = (await scenario.call('workload.linked', { projectKey: 'WA' })).workloads;
    const view = await viewOf(scenario, connection?.connectionId ?? '');
    deployRole(scenario, view, { account, template: without(action) });
    const tested = await testIt(scenario, view.id);
    const failed = tested.checks.filter(({ result }) => result === 'failed');
    expect(failed.map(({ what }) => what)).toEqual([action]);
    expect(JSON.parse(failed[0]?.statement ?? '')).toMatchObject({ Effect: 'Allow', Action: action });
    expect(failed[0]?.reason).toContain(action);
    deployRole(scenario, view, { account });
    expect((await testIt(scenario, view.id)).ok).toBe(true);
  });

  test.each(READ)(
    '%s: a sync that calls it fails, naming action, resource and what to add',
    async (action) => {
      const [link] = (await scenario.call('workload.linked', { projectKey: 'WA' })).workloads;
      const view = await viewOf(scenario, link?.connectionId ?? '');
      deployRole(scenario, view, { account, template: without(action) });
      const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'sync' });
      await scenario.site.host.idle();
      const run = await scenario.call('sync.run', { projectKey: 'WA', runId });
      deployRole(scenario, view, { account });
      expect(run.state).toBe(usedBySync.has(action) ? 'failed' : 'done');
      if (run.state === 'done') return;
      expect(run.message).toContain(action);
      expect(run.message).toContain(workloadArn);
      expect(run.message).toMatch(/ReadReviews/);
    },
  );
});

describe('a role from before milestones were used', () => {
  const ASKED = {
    'wellarchitected:ListMilestones': ['milestone.list', {}],
    'wellarchitected:CreateMilestone': ['milestone.save', { name: 'Not allowed', token: 'another' }],
  } as const;

  test.each(MILESTONES)('%s: nothing but milestones lacks it, and they say what to add', async (action) => {
    const [link] = (await scenario.call('workload.linked', { projectKey: 'WA' })).workloads;
    const view = await viewOf(scenario, link?.connectionId ?? '');
    deployRole(scenario, view, { account, template: without(action) });
    expect((await testIt(scenario, view.id)).ok).toBe(true);
    const [resolver, more] = ASKED[action as keyof typeof ASKED];
    const asked = scenario.call(resolver, { projectKey: 'WA', workloadArn, ...more });
    await expect(asked).rejects.toThrow(
      new RegExp(`AWS refused ${action} .*Add "${action}" for this resource to the policy`),
    );
    expect(outcomeOf(await scenario.sync({ workload: workloadArn })).kind).toBe('applied');
    deployRole(scenario, view, { account });
  });
});

describe('the trust policy', () => {
  test('opens with the external id of its own connection, and with no other', async () => {
    const mine = await createConnection(scenario);
    const other = await createConnection(scenario);
    const itsAccount = newAccount();
    const arn = deployRole(scenario, other, { account: itsAccount });
    await enterRole(scenario, mine.id, arn);
    const tested = await testIt(scenario, mine.id);
    expect(tested.checks.find(({ what }) => what === 'role')).toMatchObject({ result: 'failed' });
    expect(tested.ok).toBe(false);
  });
});
