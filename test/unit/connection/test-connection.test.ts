/** Testing a connection against the stand-in, whose IAM decides as the policies say. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Check } from '../../../src/contract/connections';
import { ACCOUNT_ACTIONS, READ_ACTIONS, WRITE_ACTIONS } from '../../../src/wellarchitected/actions';
import { connect, type Connected, type Statement, type Wanted } from './stand-in-site';
import { ALL_ACTIONS, checkOf, resultsOf, testOnce } from './test-once';

let site: Connected | undefined;
afterEach(() => site?.close());

function open(wanted: Wanted = {}): Connected {
  site = connect(wanted);
  return site;
}

/** Whose key it is, and four sessions: for the account, without external ID, with a wrong one, for the workloads. */
const FIRST_REQUESTS = 5;
const BASIC = ['key', 'role', 'missing-external-id', 'wrong-external-id'];

describe('a role that is as the app asks for it', () => {
  test.each([
    ['read-only', [...ACCOUNT_ACTIONS, ...READ_ACTIONS]],
    ['read-write', ALL_ACTIONS],
  ] as const)('%s passes every check, in one request for each action', async (access, actions) => {
    const connected = open({ access });
    const test = await testOnce(connected);
    expect(test.checks.map(({ what }) => what)).toEqual([...BASIC, ...actions]);
    expect(new Set(resultsOf(test).values())).toEqual(new Set(['ok']));
    expect(test).toMatchObject({ ok: true, region: 'eu-west-1' });
    expect(connected.operations).toHaveLength(FIRST_REQUESTS + actions.length);
  });

  test('is tried with every action that it allows, and no other', async () => {
    const { aws, connection } = open();
    aws.admin.clearAuthorised();
    await testOnce(site!);
    const tried = aws.admin.authorised().filter(({ principal }) => principal === connection.roleArn);
    expect(new Set(tried.map(({ action }) => action))).toEqual(new Set(ALL_ACTIONS));
  });

  test('is changed by nothing: the workload and its answers stay as they were', async () => {
    const { aws } = open();
    const before = JSON.stringify(aws.admin.workloads());
    await testOnce(site!);
    expect(JSON.stringify(aws.admin.workloads())).toBe(before);
  });

  test('in GovCloud passes too, through its own hosts', async () => {
    const test = await testOnce(open({ region: 'us-gov-west-1' }));
    expect(test.ok).toBe(true);
    expect(checkOf(test, 'role').message).toContain('arn:aws-us-gov:iam::');
  });

  test('is told apart by whose key it is: the app names its user', async () => {
    const test = await testOnce(open());
    expect(checkOf(test, 'key').message).toBe('The app signs in as arn:aws:iam::111122223333:user/backlog.');
  });
});

/** The role's statements without one action. */
const lacking = (action: string) => (statements: readonly Statement[]) =>
  statements.flatMap((statement) => {
    const left = [statement.Action].flat().filter((allowed) => allowed !== action);
    return left.length === 0 ? [] : [{ ...statement, Action: left }];
  });

describe('a role that lacks one action', () => {
  test.each(ALL_ACTIONS)(
    '%s: it is named, with what to add and where, and nothing else is called missing',
    async (action) => {
      const test = await testOnce(open({ permissions: lacking(action) }));
      const failed = test.checks.filter(({ result }) => result === 'failed');
      expect([test.ok, ...failed.map(({ what }) => what)]).toEqual([false, action]);
      const { message } = checkOf(test, action);
      expect(message).toContain(`AWS refuses ${action} on `);
      expect(message).toMatch(
        /policy (ReadReviews|WriteAnswers) of the role arn:aws:iam::111122223333:role\//,
      );
      const others = test.checks.filter(({ what }) => what !== action).map(({ result }) => result);
      const rest = action === 'wellarchitected:ListWorkloads' ? ['ok', 'unknown'] : ['ok'];
      expect([...new Set(others)]).toEqual(rest);
    },
  );

  test.each(ALL_ACTIONS)('%s: with the statement that the test shows, everything passes', async (action) => {
    const first = await testOnce(open({ permissions: lacking(action) }));
    const added = JSON.parse(checkOf(first, action).statement ?? '') as object;
    site?.close();
    const second = await testOnce(
      open({ permissions: (statements) => [...lacking(action)(statements), added] }),
    );
    expect(second.ok).toBe(true);
    expect(new Set(resultsOf(second).values())).toEqual(new Set(['ok']));
  });

  test('all of them: each is told on its own', async () => {
    const nothing = [{ Effect: 'Allow', Action: 'wellarchitected:ListWorkloads', Resource: '*' }];
    const test = await testOnce(open({ permissions: () => nothing }));
    expect(test.checks.filter(({ result }) => result === 'failed').map(({ what }) => what)).toEqual([
      ...ALL_ACTIONS.filter((action) => action !== 'wellarchitected:ListWorkloads'),
    ]);
  });

  test('a read-only connection does not ask for what writes', async () => {
    const test = await testOnce(
      open({ access: 'read-only', permissions: lacking('wellarchitected:UpdateAnswer') }),
    );
    expect(test.ok).toBe(true);
  });
});

test('an action that is denied explicitly is no matter of adding it', async () => {
  const deny = { Effect: 'Deny', Action: 'wellarchitected:ListAnswers', Resource: '*' };
  const test = await testOnce(open({ permissions: (statements) => [...statements, deny] }));
  const check = checkOf(test, 'wellarchitected:ListAnswers');
  expect(check.result).toBe('failed');
  expect(check.message).toMatch(/another policy .*explicit deny in an identity-based policy/);
  expect(check).not.toHaveProperty('statement');
});

describe('a Region', () => {
  const unknown = (checks: readonly Check[]) =>
    checks.filter(({ result }) => result === 'unknown').map(({ what }) => what);

  test('without a workload leaves unknown what is tried on one, and says why; the rest is well', async () => {
    const test = await testOnce(open({ workloads: [] }));
    expect(unknown(test.checks)).toEqual([...READ_ACTIONS, ...WRITE_ACTIONS]);
    expect(checkOf(test, READ_ACTIONS[0]!).message).toMatch(
      /account 111122223333 has no workload of its own in eu-west-1/,
    );
    expect(test.ok).toBe(true);
  });

  test('with a workload that another account shares is as one without, unless the workload is named', async () => {
    const { aws, connection, region } = open({ workloads: [] });
    const shared = aws.admin.addWorkload({
      name: 'Shared',
      lenses: ['wellarchitected'],
      region,
      account: '444455556666',
      sharedWith: ['111122223333'],
    });
    expect(unknown((await testOnce(site!)).checks)).toEqual([...READ_ACTIONS, ...WRITE_ACTIONS]);
    const arn = `arn:aws:wellarchitected:${region}:444455556666:workload/${shared.id}`;
    const named = {
      ...connection,
      serves: [{ projectId: '10001', workloadArns: [arn] }, { projectId: '10002' }],
    };
    const test = await testOnce({ ...site!, connection: named });
    const statement = checkOf(test, 'wellarchitected:ListAnswers').statement ?? '';
    expect(JSON.parse(statement)).toEqual({
      Effect: 'Allow',
      Action: 'wellarchitected:ListAnswers',
      Resource: [arn],
    });
  });

  test('where the role reaches some workloads only is tested on one of those', async () => {
    const { aws, connection, key } = open({ workloads: ['A', 'B', 'C', 'D'] });
    const arnOf = ({ id }: { readonly id: string }) =>
      `arn:aws:wellarchitected:eu-west-1:111122223333:workload/${id}`;
    const third = arnOf(aws.admin.workloads()[2]!);
    aws.admin.deleteRole(connection.roleArn);
    limitRole(site!, third);
    const test = await testOnce({ ...site!, key });
    expect(new Set(resultsOf(test).values())).toEqual(new Set(['ok']));
    expect(site!.operations.filter((operation) => operation === 'GetWorkload').length).toBeGreaterThan(1);
    expect(site!.operations.length).toBeLessThanOrEqual(FIRST_REQUESTS + ALL_ACTIONS.length + 4);
  });

  test('is given up after five workloads that the role does not let in', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const test = await testOnce(
      open({ workloads: names, permissions: lacking('wellarchitected:GetWorkload') }),
    );
    expect(checkOf(test, 'wellarchitected:GetWorkload').message).toMatch(/and 4 more tried/);
    expect(site!.operations.filter((operation) => operation === 'GetWorkload')).toHaveLength(5);
    expect(site!.operations).toHaveLength(FIRST_REQUESTS + ALL_ACTIONS.length + 4);
  });
});

/** The role again, for one workload alone. */
function limitRole({ aws, connection }: Connected, workloadArn: string): void {
  const Statement = [
    { Effect: 'Allow', Action: [...ACCOUNT_ACTIONS], Resource: '*' },
    { Effect: 'Allow', Action: [...READ_ACTIONS, ...WRITE_ACTIONS], Resource: workloadArn },
  ];
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:user/backlog' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': connection.externalId } },
  };
  aws.admin.putRole({
    arn: connection.roleArn,
    trustPolicy: { Version: '2012-10-17', Statement: [trust] },
    policies: { Limited: { Version: '2012-10-17', Statement } },
  });
}
