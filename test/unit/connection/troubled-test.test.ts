/** A test of a connection where AWS does not answer as usual: what is known, what is not, and why. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { UpstreamError } from '../../../src/upstream-error';
import { withoutRole } from './a-connection';
import { connect, ON_THE_STAND_IN, type Connected, type Wanted } from './stand-in-site';
import { ALL_ACTIONS, checkOf, resultsOf, testOnce } from './test-once';

let site: Connected | undefined;
afterEach(() => site?.close());

function open(wanted: Wanted = {}): Connected {
  site = connect(wanted);
  return site;
}

describe('the access key', () => {
  test.each<[string, (connected: Connected) => void]>([
    ['deactivated', ({ aws, key }) => aws.admin.deactivateAccessKey(key.accessKeyId)],
    ['deleted', ({ aws, key }) => aws.admin.deleteAccessKey(key.accessKeyId)],
  ])('%s: nothing else is tried', async (_what, change) => {
    change(open());
    const test = await testOnce(site!);
    expect(checkOf(test, 'key')).toMatchObject({
      result: 'failed',
      message: expect.stringMatching(/deleted, deactivated or revoked/),
    });
    expect(site!.operations).toEqual(['GetCallerIdentity']);
    expect(test.checks).toHaveLength(4 + ALL_ACTIONS.length);
    expect(new Set(test.checks.slice(1).map(({ result }) => result))).toEqual(new Set(['unknown']));
    expect(test.ok).toBe(false);
  });

  test('with a secret that is not its own', async () => {
    const { key } = open();
    const test = await testOnce({ ...site!, key: { ...key, secretAccessKey: 'x'.repeat(40) } });
    expect(checkOf(test, 'key').message).toMatch(/secret access key does not belong to the access key/);
  });
});

describe('a Region', () => {
  test('where STS is switched off for the account: another one is asked', async () => {
    open().aws.admin.disableRegion('eu-west-1');
    expect((await testOnce(site!)).ok).toBe(true);
  });

  test("that the role's account has not enabled: the session is not known there", async () => {
    open({ region: 'ap-east-1' }).aws.admin.disableRegion('ap-east-1', '111122223333', 'not-opted-in');
    const test = await testOnce(site!);
    expect(['key', 'role'].map((what) => resultsOf(test).get(what))).toEqual(['ok', 'ok']);
    expect(checkOf(test, 'wellarchitected:ListWorkloads')).toMatchObject({
      result: 'failed',
      message: expect.stringMatching(/Region ap-east-1, which every account has to enable first/),
    });
  });

  test('without the service: its host does not resolve', async () => {
    open().aws.admin.withdrawService('eu-west-1');
    const test = await testOnce(site!);
    expect(checkOf(test, 'wellarchitected:ListWorkloads')).toMatchObject({
      result: 'unknown',
      message: expect.stringMatching(/wellarchitected\.eu-west-1\.amazonaws\.com does not resolve/),
    });
    expect(resultsOf(test).get('wrong-external-id')).toBe('ok');
    expect(test.ok).toBe(false);
  });
});

describe('throttling', () => {
  test.each([
    ['GetCallerIdentity', 1, 'key'],
    ['AssumeRole', 1, 'role'],
    ['AssumeRole', 2, 'missing-external-id'],
    ['AssumeRole', 3, 'wrong-external-id'],
    ['AssumeRole', 4, 'wellarchitected:GetWorkload'],
  ])('of the call %s, number %d, leaves %s unknown', async (operation, number, what) => {
    const connected = open({ user: 'any' });
    let calls = 0;
    connected.before = (asked) => {
      if (asked !== operation || (calls += 1) !== number) return;
      connected.aws.admin.failNext({ operation, code: 'Throttling', status: 400 });
    };
    const test = await testOnce(connected);
    expect(checkOf(test, what)).toMatchObject({
      result: 'unknown',
      message: expect.stringMatching(/limiting the rate/),
    });
    expect(test.checks.filter(({ result }) => result === 'failed')).toEqual([]);
  });

  test.each(ALL_ACTIONS)(
    'of %s says nothing of the permission, and the other actions are tried all the same',
    async (action) => {
      open().aws.admin.failNext({ operation: action.replace('wellarchitected:', '') });
      const test = await testOnce(site!);
      expect(resultsOf(test).get(action)).toBe('unknown');
      expect(test.ok).toBe(false);
      expect(test.checks.filter(({ result }) => result === 'failed')).toEqual([]);
      const others = test.checks.filter(({ what }) => what !== action);
      expect(new Set(others.map(({ result }) => result))).toEqual(
        new Set(action === 'wellarchitected:ListWorkloads' ? ['ok', 'unknown'] : ['ok']),
      );
    },
  );

  test('for a moment is waited out', async () => {
    open().aws.admin.failNext({ operation: 'ListAnswers' });
    const { maxAttempts: _, ...usual } = ON_THE_STAND_IN;
    expect((await testOnce(site!, usual)).ok).toBe(true);
  });
});

test('a clock that is wrong is told, not blamed on the key', async () => {
  open().aws.admin.skewClock(20 * 60_000);
  const test = await testOnce(site!);
  expect(checkOf(test, 'key')).toMatchObject({
    result: 'unknown',
    message: expect.stringMatching(/clock differs/),
  });
});

test('when time runs out, what was not tried is unknown', async () => {
  const { operations } = open();
  // Each look at the clock is two seconds later than the one before.
  let now = 0;
  const clock = { now: () => (now += 2000) };
  const test = await testOnce(site!, { ...ON_THE_STAND_IN, clock });
  expect(operations.length).toBeLessThan(10);
  expect(test.checks).toHaveLength(4 + ALL_ACTIONS.length);
  expect(checkOf(test, test.checks.at(-1)!.what)).toMatchObject({
    result: 'unknown',
    message: expect.stringMatching(/time .* is over/),
  });
});

test.each<[string, (connected: Connected) => Connected, string]>([
  [
    'a connection without a role',
    (connected) => ({
      ...connected,
      connection: withoutRole(connected.connection) as Connected['connection'],
    }),
    'no-role',
  ],
  [
    'a Region that it does not cover',
    (connected) => ({ ...connected, region: 'sa-east-1' }),
    'unknown-region',
  ],
])('%s cannot be tested', async (_what, change, code) => {
  const error: unknown = await testOnce(change(open())).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UpstreamError);
  expect((error as UpstreamError).details.code).toBe(code);
  expect(site!.operations).toEqual([]);
});
