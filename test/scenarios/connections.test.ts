/** An AWS account is connected, tested and found fit or unfit, through resolvers, against IAM with our templates. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACCOUNT, DEFAULT_USER_ARN } from '../../sandbox/aws';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { templateActions } from '../builders/role-template';
import {
  connect,
  createConnection,
  deployRole,
  enterRole,
  newAccount,
  resultsOf,
  testIt,
  viewOf,
} from './connect';
import { openScenario, type Scenario } from './open-site';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

const { account: OF_ACCOUNT, read: READ, write: WRITE } = templateActions();
const DOOR = ['key', 'missing-external-id', 'role', 'wrong-external-id'];

function addWorkload(account: string): string {
  const name = `Workload of ${account}`;
  return scenario.site.aws.admin.addWorkload({ name, lenses: ['wellarchitected'], account }).arn;
}

describe('the way to a working connection', () => {
  test('create, deploy the template with the values shown, enter the role, test: each step says what is next', async () => {
    const account = newAccount();
    addWorkload(account);
    const created = await createConnection(scenario, { name: 'Payments' });
    expect(created.state.code).toBe('no-role');
    expect(created.serves).toEqual([]);
    expect(created.setup.parameters).toMatchObject({
      TrustedPrincipalArn: DEFAULT_USER_ARN,
      ExternalId: created.externalId,
      Access: 'ReadWrite',
    });
    const entered = await enterRole(scenario, created.id, deployRole(scenario, created, { account }));
    expect(entered).toMatchObject({ account, state: { code: 'untested' } });
    const tested = await testIt(scenario, created.id);
    expect(tested.checks.filter(({ result }) => result !== 'ok')).toEqual([]);
    expect(Object.keys(resultsOf(tested)).sort()).toEqual([...DOOR, ...OF_ACCOUNT, ...READ, ...WRITE].sort());
    expect(await viewOf(scenario, created.id)).toMatchObject({ state: { code: 'ready' } });
  });

  test('a read-only connection neither gets nor is tested for writing', async () => {
    const account = newAccount();
    addWorkload(account);
    const created = await createConnection(scenario, { access: 'read-only' });
    expect(created.setup.parameters).toMatchObject({ Access: 'ReadOnly' });
    await enterRole(scenario, created.id, deployRole(scenario, created, { account }));
    const tested = await testIt(scenario, created.id);
    expect(Object.keys(resultsOf(tested)).sort()).toEqual([...DOOR, ...OF_ACCOUNT, ...READ].sort());
    expect(tested.ok).toBe(true);
  });

  test('policies pasted in the IAM console do as well as the template', async () => {
    const account = newAccount();
    addWorkload(account);
    const created = await createConnection(scenario);
    const arn = `arn:aws:iam::${account}:role/WellArchitectedBacklog-MadeByHand`;
    const entered = await enterRole(scenario, created.id, arn);
    const { trustPolicy = '', permissions } = entered.setup;
    const policies = { Backlog: JSON.parse(permissions) as object };
    scenario.site.aws.admin.putRole({ arn, trustPolicy: JSON.parse(trustPolicy) as object, policies });
    expect((await testIt(scenario, created.id)).checks.filter(({ result }) => result !== 'ok')).toEqual([]);
  });

  test('without a workload in the Region nothing fails, and what could not be found out is said', async () => {
    const connection = await connect(scenario);
    const [tested] = connection.tests;
    expect(tested && resultsOf(tested)).toMatchObject({
      'wellarchitected:ListWorkloads': 'ok',
      'wellarchitected:GetWorkload': 'unknown',
      'wellarchitected:UpdateAnswer': 'unknown',
    });
    expect(connection.state.code).toBe('ready');
  });

  test('the write permission is proved without writing', async () => {
    const account = newAccount();
    const arn = addWorkload(account);
    const before = JSON.stringify(
      scenario.site.aws.admin.workloads().find((workload) => workload.arn === arn),
    );
    scenario.site.clearRequests();
    await connect(scenario, { account });
    const probes = scenario.site.requests().filter(({ operation }) => operation === 'UpdateAnswer');
    expect(probes.map(({ status }) => status)).toEqual([404]);
    const after = JSON.stringify(
      scenario.site.aws.admin.workloads().find((workload) => workload.arn === arn),
    );
    expect(after).toBe(before);
  });

  test('a role that reaches named workloads only passes, whichever AWS lists first', async () => {
    const account = newAccount();
    addWorkload(account);
    const named = { name: 'Second', lenses: ['wellarchitected'], account };
    const second = scenario.site.aws.admin.addWorkload(named).arn;
    const created = await createConnection(scenario);
    const role = deployRole(scenario, created, { account, parameters: { WorkloadArns: second } });
    await enterRole(scenario, created.id, role);
    expect((await testIt(scenario, created.id)).checks.filter(({ result }) => result !== 'ok')).toEqual([]);
  });
});

describe('what a connection may be', () => {
  test.each([
    ['a user', `arn:aws:iam::${ACCOUNT}:user/x`, /not a role/],
    ['a session', `arn:aws:sts::${ACCOUNT}:assumed-role/x/y`, /session/],
    ['a role of China', 'arn:aws-cn:iam::111122223333:role/x', /China/],
    ['a role of another partition than the Regions', 'arn:aws-us-gov:iam::111122223333:role/x', /Regions/],
    ['eleven digits', 'arn:aws:iam::11112222333:role/x', /12 digits/],
    ['a host', 'https://evil.example/role', /ARN of an IAM role/],
  ])('%s is refused with the field and the remedy', async (_, roleArn, words) => {
    const asked = createConnection(scenario, { roleArn });
    await expect(asked).rejects.toThrow(words);
    await expect(asked).rejects.toThrow(/^invalid: .*roleArn/);
  });

  test.each([
    ['a Region of China', ['cn-north-1'], /China/],
    ['a Region without the tool', ['eu-south-1'], /us-east-1/],
    ['Regions of two partitions', ['us-east-1', 'us-gov-west-1'], /separate/],
    ['none', [], /at least one/],
    ['a host in its place', ['us-east-1.evil.example/'], /us-east-1/],
  ])('%s as Region is refused', async (_, regions, words) => {
    await expect(createConnection(scenario, { regions })).rejects.toThrow(words);
  });

  test('nobody chooses an external id', async () => {
    const { id, externalId } = await createConnection(scenario);
    const change = { connectionId: id, externalId: '0'.repeat(32) };
    await expect(scenario.call('connection.update', change, JIRA_ADMIN)).rejects.toThrow(/^invalid/);
    expect(externalId).toMatch(/^[0-9a-f]{32}$/);
  });

  test('one account has one connection of the site', async () => {
    const account = newAccount();
    await connect(scenario, { account, name: 'The first' });
    const roleArn = `arn:aws:iam::${account}:role/WellArchitectedBacklog-Second`;
    const { id } = await createConnection(scenario);
    await expect(enterRole(scenario, id, roleArn)).rejects.toThrow(/same AWS account/);
    await expect(createConnection(scenario, { roleArn })).rejects.toThrow(
      /"The first" is of the same AWS account/,
    );
  });
});
