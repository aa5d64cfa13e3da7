/** Whether a test finds out that others could enter the role, and whom or what it blames for a refusal. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Check } from '../../../src/contract/connections';
import { recordTest } from '../../../src/connection/changes';
import { connectionState } from '../../../src/connection/state';
import { EXTERNAL_ID } from './a-connection';
import { connect, type Connected, type Wanted } from './stand-in-site';
import { ALL_ACTIONS, checkOf, resultsOf, testOnce } from './test-once';

let site: Connected | undefined;
afterEach(() => site?.close());

function open(wanted: Wanted): Connected {
  site = connect(wanted);
  return site;
}

const USER = 'arn:aws:iam::111122223333:user/backlog';

function trusting(principal: string, Condition?: object): object {
  const statement = { Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' };
  return { Version: '2012-10-17', Statement: [{ ...statement, ...(Condition ? { Condition } : {}) }] };
}

const RIGHT = { StringEquals: { 'sts:ExternalId': EXTERNAL_ID } };

describe('whether the role insists on its external ID', () => {
  test.each<[string, Wanted['user'], object, Check['result'], Check['result'], string]>([
    ['it does', 'any', trusting(USER, RIGHT), 'ok', 'ok', 'ready'],
    ['it does, and so does the user', 'template', trusting(USER, RIGHT), 'ok', 'ok', 'ready'],
    ['no condition', 'any', trusting(USER), 'failed', 'failed', 'open-role'],
    ['no condition, the user brings always one', 'template', trusting(USER), 'ok', 'failed', 'open-role'],
    [
      'the whole account trusted, no condition',
      'any',
      trusting('111122223333'),
      'failed',
      'failed',
      'open-role',
    ],
    [
      'a condition that only holds where there is an ID',
      'any',
      trusting(USER, { StringEqualsIfExists: { 'sts:ExternalId': EXTERNAL_ID } }),
      'failed',
      'ok',
      'open-role',
    ],
    [
      'the same, the user brings always one',
      'template',
      trusting(USER, { StringEqualsIfExists: { 'sts:ExternalId': EXTERNAL_ID } }),
      'ok',
      'ok',
      'ready',
    ],
    [
      'any ID will do',
      'any',
      trusting(USER, { StringLike: { 'sts:ExternalId': '*' } }),
      'ok',
      'failed',
      'open-role',
    ],
    [
      'any ID but some',
      'any',
      trusting(USER, { StringNotEquals: { 'sts:ExternalId': 'x1' } }),
      'failed',
      'failed',
      'open-role',
    ],
  ])('%s', async (_what, user, trustPolicy, missing, wrong, state) => {
    const { connection } = open({ user: user ?? 'any', trustPolicy });
    const test = await testOnce(site!);
    const results = resultsOf(test);
    expect([results.get('missing-external-id'), results.get('wrong-external-id')]).toEqual([missing, wrong]);
    expect(test.ok).toBe(missing === 'ok' && wrong === 'ok');
    const recorded = recordTest(connection, connection, { ...test, region: 'eu-west-1' });
    expect(connectionState(recorded, { keyPresent: true, projectConnectionsOn: true }).code).toBe(state);
  });

  test('if not, says what to add to the trust policy, and that closes the role', async () => {
    open({ user: 'any', trustPolicy: trusting(USER) });
    const { message } = checkOf(await testOnce(site!), 'missing-external-id');
    const condition = /add "Condition": (\{.*\}) to every statement/.exec(message)?.[1] ?? '';
    site?.close();
    open({ user: 'any', trustPolicy: trusting(USER, JSON.parse(condition) as object) });
    expect((await testOnce(site!)).ok).toBe(true);
  });

  test('is not proven where the user itself is refused first, and the test says so', async () => {
    open({ user: 'template' });
    const test = await testOnce(site!);
    expect(checkOf(test, 'missing-external-id').message).toMatch(/the app's own user .* is not proven/);
    expect(checkOf(test, 'wrong-external-id').message).toBe(
      'AWS refuses the role with a wrong external ID, as it should.',
    );
  });

  test('is asked in sessions that can do nothing', async () => {
    const bodies: URLSearchParams[] = [];
    const connected = open({ user: 'any', trustPolicy: trusting(USER) });
    connected.before = (asked, body) => {
      if (asked === 'AssumeRole') bodies.push(body);
    };
    await testOnce(connected);
    const probes = bodies.filter((body) => body.get('ExternalId') !== EXTERNAL_ID);
    expect(probes.map((body) => body.get('ExternalId'))).toEqual([
      null,
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ]);
    for (const body of probes) {
      expect(body.get('DurationSeconds')).toBe('900');
      expect(body.get('Policy')).toContain('"Effect":"Deny","Action":["*"]');
      expect(body.get('RoleSessionName')).toMatch(/^wa-example\.atlassian\.net-test-/);
    }
  });
});

describe('a role that does not let the app in', () => {
  test.each<[string, Wanted]>([
    ['it trusts somebody else', { trustPolicy: trusting('arn:aws:iam::111122223333:user/somebody', RIGHT) }],
    [
      'it wants another external ID',
      { trustPolicy: trusting(USER, { StringEquals: { 'sts:ExternalId': 'f'.repeat(32) } }) },
    ],
  ])('because %s: proves nothing of the external ID, and is explained', async (_why, wanted) => {
    // Whoever trusts a user has to know it: IAM refuses a trust in nobody.
    const { aws } = open({});
    aws.admin.putUser({ arn: 'arn:aws:iam::111122223333:user/somebody' });
    aws.admin.putRole({ arn: site!.connection.roleArn, trustPolicy: wanted.trustPolicy! });
    const test = await testOnce(site!);
    expect(checkOf(test, 'role')).toMatchObject({
      result: 'failed',
      message: expect.stringMatching(
        /one of three reasons .*user\/backlog: compare Principal.*compare sts:ExternalId with 0123/,
      ),
    });
    const rest = test.checks.slice(2);
    expect(rest.length).toBe(2 + ALL_ACTIONS.length);
    for (const { result, reason } of rest) {
      expect([result, reason.code]).toEqual(['unknown', 'not-tried-not-in-role']);
    }
  });

  test('because it does not exist: the same, so that its absence does not pass for a closed door', async () => {
    const { aws, connection } = open({});
    aws.admin.deleteRole(connection.roleArn);
    const test = await testOnce(site!);
    expect(resultsOf(test).get('role')).toBe('failed');
    expect(resultsOf(test).get('missing-external-id')).toBe('unknown');
    expect(test.ok).toBe(false);
    const recorded = recordTest(connection, connection, { ...test, region: 'eu-west-1' });
    expect(connectionState(recorded, { keyPresent: true, projectConnectionsOn: true }).code).toBe('untested');
  });

  test('because the user may not: says that it is the user', async () => {
    const { aws } = open({});
    const Statement = [{ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }];
    aws.admin.putUser({ arn: USER, policies: { No: { Version: '2012-10-17', Statement } } });
    const test = await testOnce(site!);
    expect(checkOf(test, 'role').message).toMatch(
      /IAM user arn:aws:iam::111122223333:user\/backlog may not assume the role/,
    );
  });
});
