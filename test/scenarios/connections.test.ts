/** An AWS account is connected, tested and found fit or unfit, through resolvers, against IAM with our templates. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACCOUNT, DEFAULT_USER, DEFAULT_USER_ARN, OTHER_ACCOUNT } from '../../sandbox/aws';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { ConnectionView } from '../../src/contract';
import {
  checkOf,
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

const ACTIONS = [
  'GetLensReview',
  'GetWorkload',
  'ListAnswers',
  'ListLensReviewImprovements',
  'ListLensReviews',
  'ListWorkloads',
].map((name) => `wellarchitected:${name}`);
const WRITE_ACTIONS = ['wellarchitected:GetAnswer', 'wellarchitected:UpdateAnswer'];
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
    expect(Object.keys(resultsOf(tested)).sort()).toEqual([...DOOR, ...ACTIONS, ...WRITE_ACTIONS].sort());
    expect(await viewOf(scenario, created.id)).toMatchObject({ state: { code: 'ready' } });
  });

  test('a read-only connection neither gets nor is tested for writing', async () => {
    const account = newAccount();
    addWorkload(account);
    const created = await createConnection(scenario, { access: 'read-only' });
    expect(created.setup.parameters).toMatchObject({ Access: 'ReadOnly' });
    await enterRole(scenario, created.id, deployRole(scenario, created, { account }));
    const tested = await testIt(scenario, created.id);
    expect(Object.keys(resultsOf(tested)).sort()).toEqual([...DOOR, ...ACTIONS].sort());
    expect(tested.ok).toBe(true);
  });

  test('policies pasted in the IAM console do as well as the template', async () => {
    const account = newAccount();
    addWorkload(account);
    const created = await createConnection(scenario);
    const arn = `arn:aws:iam::${account}:role/MadeByHand`;
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

describe('a role that opens without its external id, or with another', () => {
  const OPEN = [
    ['no condition at all', {}],
    ['any external id', { StringLike: { 'sts:ExternalId': '*' } }],
  ] as const;

  async function openRole(condition: object | ((externalId: string) => object)): Promise<ConnectionView> {
    const account = newAccount();
    const created = await createConnection(scenario);
    const wanted = condition instanceof Function ? condition(created.externalId) : condition;
    const arn = `arn:aws:iam::${account}:role/Open`;
    scenario.site.aws.admin.putRole({ arn, trustPolicy: trust(wanted), policies: {} });
    const serves = [{ projectKey: 'WA' }];
    await scenario.call('connection.serve', { connectionId: created.id, serves }, JIRA_ADMIN);
    return enterRole(scenario, created.id, arn);
  }

  function trust(Condition: object): object {
    const statement = { Effect: 'Allow', Principal: { AWS: DEFAULT_USER_ARN }, Action: 'sts:AssumeRole' };
    const Statement = Object.keys(Condition).length === 0 ? statement : { ...statement, Condition };
    return { Version: '2012-10-17', Statement };
  }

  test.each(OPEN)('%s: found, and not used until somebody accepts it in words', async (_, condition) => {
    const { id } = await openRole(condition);
    const tested = await testIt(scenario, id);
    expect(checkOf(tested, 'wrong-external-id')).toMatchObject({ result: 'failed' });
    expect(await viewOf(scenario, id)).toMatchObject({ state: { code: 'open-role' } });
    const listed = await scenario.call('workload.list', { projectKey: 'WA' });
    expect(listed.problems.some((problem) => problem.includes('without the right external ID'))).toBe(true);
    expect(listed.workloads.filter(({ connectionId }) => connectionId === id)).toEqual([]);

    await expect(
      scenario.call('connection.acceptRisk', { connectionId: id, words: 'ok' }, JIRA_ADMIN),
    ).rejects.toThrow(/words/);
    const words = 'A sandbox account without anything of value; ends next week.';
    const accepted = await scenario.call('connection.acceptRisk', { connectionId: id, words }, JIRA_ADMIN);
    expect(accepted).toMatchObject({ state: { code: 'ready' }, acceptedRisk: { by: JIRA_ADMIN, words } });
    await scenario.call('connection.delete', { connectionId: id }, JIRA_ADMIN);
  });

  test('another role is another door: the accepted risk does not go with it', async () => {
    const { id } = await openRole({});
    await testIt(scenario, id);
    const words = 'A sandbox account without anything of value.';
    await scenario.call('connection.acceptRisk', { connectionId: id, words }, JIRA_ADMIN);
    const changed = await enterRole(scenario, id, `arn:aws:iam::${newAccount()}:role/Another`);
    expect(changed.acceptedRisk).toBeUndefined();
    expect(changed.state.code).toBe('untested');
  });

  test('no risk can be accepted that nobody has looked at', async () => {
    const { id } = await openRole({});
    const words = 'A sandbox account without anything of value.';
    await expect(
      scenario.call('connection.acceptRisk', { connectionId: id, words }, JIRA_ADMIN),
    ).rejects.toThrow(/^conflict: Test the connection first/);
  });

  test("our user's own policy keeps it from entering without an external id, and the test says what that hides", async () => {
    const { id } = await openRole((externalId) => ({
      StringEqualsIfExists: { 'sts:ExternalId': externalId },
    }));
    const tested = await testIt(scenario, id);
    const missing = checkOf(tested, 'missing-external-id');
    expect(missing.result).toBe('ok');
    expect(missing.message).toMatch(/own/);
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
    const roleArn = `arn:aws:iam::${account}:role/Second`;
    await expect(createConnection(scenario, { roleArn })).rejects.toThrow(
      /"The first" is of the same AWS account/,
    );
  });
});

describe('the access key of the site', () => {
  const SECOND_KEY = {
    accessKeyId: 'AKIASECONDKEY0000000',
    secretAccessKey: 'second/secret/of/forty/characters/000000',
  };
  const save = (key: object) => scenario.call('accessKey.save', { partition: 'aws', ...key }, JIRA_ADMIN);

  test('shows whose it is and how old, and never itself', async () => {
    const { keys } = await scenario.call('accessKey.list', {}, JIRA_ADMIN);
    expect(keys).toEqual([
      {
        partition: 'aws',
        from: 'site',
        principalArn: DEFAULT_USER_ARN,
        endsWith: 'MPLE',
        since: expect.any(String),
        ageDays: 0,
      },
    ]);
  });

  test('is replaced without downtime: the second key works before the first is deleted', async () => {
    const { admin } = scenario.site.aws;
    admin.createAccessKey(DEFAULT_USER_ARN, SECOND_KEY);
    await save(SECOND_KEY);
    admin.deactivateAccessKey(DEFAULT_USER.accessKeyId);
    const { problems } = await scenario.call('workload.list', { projectKey: 'KAN' });
    expect(problems).toEqual([]);
    admin.createAccessKey(DEFAULT_USER_ARN, DEFAULT_USER);
    await save(DEFAULT_USER_KEY);
  });

  const DEFAULT_USER_KEY = {
    accessKeyId: DEFAULT_USER.accessKeyId,
    secretAccessKey: DEFAULT_USER.secretAccessKey,
  };

  test('a key that AWS does not know replaces nothing', async () => {
    await expect(save({ ...SECOND_KEY, accessKeyId: 'AKIAUNKNOWNKEY000000' })).rejects.toThrow(/^upstream/);
    const { keys } = await scenario.call('accessKey.list', {}, JIRA_ADMIN);
    expect(keys[0]?.endsWith).toBe('MPLE');
  });

  test('a key of another user is asked for: roles trust the present one', async () => {
    const { admin } = scenario.site.aws;
    const arn = `arn:aws:iam::${OTHER_ACCOUNT}:user/another`;
    const key = {
      accessKeyId: 'AKIAANOTHERUSER00000',
      secretAccessKey: 'another/secret/of/forty/characters/00000',
    };
    admin.putUser({ arn, ...key });
    await expect(save(key)).rejects.toThrow(/^conflict: .*user\/another.*user\/backlog/);
    expect(await save({ ...key, acceptOtherUser: true })).toMatchObject({ principalArn: arn });
    await save({ ...DEFAULT_USER_KEY, acceptOtherUser: true });
  });

  test('once deleted nothing is entered any more, and every connection says why', async () => {
    await scenario.call('accessKey.delete', { partition: 'aws' }, JIRA_ADMIN);
    const { problems } = await scenario.call('workload.list', { projectKey: 'KAN' });
    expect(problems).toEqual([expect.stringContaining('access key')]);
    await save(DEFAULT_USER_KEY);
  });
});
