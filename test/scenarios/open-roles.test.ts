/** A role that others could enter through the app is found, and not used until a person answers for it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_USER_ARN } from '../../sandbox/aws';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { ConnectionView } from './worded';
import { checkOf, createConnection, enterRole, newAccount, shownOf, testIt, viewOf } from './connect';
import { openScenario, type Scenario } from './open-site';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

describe('a role that opens without its external id, or with another', () => {
  const OPEN = [
    ['no condition at all', {}],
    ['any external id', { StringLike: { 'sts:ExternalId': '*' } }],
  ] as const;

  async function openRole(condition: object | ((externalId: string) => object)): Promise<ConnectionView> {
    const account = newAccount();
    const created = await createConnection(scenario);
    const wanted = condition instanceof Function ? condition(created.externalId) : condition;
    const arn = `arn:aws:iam::${account}:role/WellArchitectedBacklog-Open`;
    scenario.site.aws.admin.putRole({ arn, trustPolicy: trust(wanted), policies: {} });
    const serves = [{ projectKey: 'WA' }];
    await scenario.call('connection.serve', { connectionId: created.id, serves }, JIRA_ADMIN);
    return enterRole(scenario, created.id, arn);
  }

  async function shownWith(connectionId: string, more: { words: string }) {
    const shown = shownOf(await viewOf(scenario, connectionId));
    return { connectionId, ...more, shown: { ...shown, testedAt: shown.testedAt || 'never' } };
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
      scenario.call('connection.acceptRisk', await shownWith(id, { words: 'ok' }), JIRA_ADMIN),
    ).rejects.toThrow(/words/);
    const words = 'A sandbox account without anything of value; ends next week.';
    const accepted = await scenario.call('connection.acceptRisk', await shownWith(id, { words }), JIRA_ADMIN);
    expect(accepted).toMatchObject({ state: { code: 'ready' }, acceptedRisk: { by: JIRA_ADMIN, words } });
    await scenario.call('connection.delete', { connectionId: id }, JIRA_ADMIN);
  });

  test('another role is another door: the accepted risk does not go with it', async () => {
    const { id } = await openRole({});
    await testIt(scenario, id);
    const words = 'A sandbox account without anything of value.';
    await scenario.call('connection.acceptRisk', await shownWith(id, { words }), JIRA_ADMIN);
    const changed = await enterRole(
      scenario,
      id,
      `arn:aws:iam::${newAccount()}:role/WellArchitectedBacklog-Another`,
    );
    expect(changed.acceptedRisk).toBeUndefined();
    expect(changed.state.code).toBe('untested');
  });

  test('no risk can be accepted that nobody has looked at', async () => {
    const { id } = await openRole({});
    const words = 'A sandbox account without anything of value.';
    await expect(
      scenario.call('connection.acceptRisk', await shownWith(id, { words }), JIRA_ADMIN),
    ).rejects.toThrow(/^conflict: /);
  });

  test('a role that was swapped after it was shown is accepted by nobody', async () => {
    const { id } = await openRole({});
    await testIt(scenario, id);
    const words = 'A sandbox account without anything of value.';
    const seen = await shownWith(id, { words });
    await enterRole(scenario, id, `arn:aws:iam::${newAccount()}:role/WellArchitectedBacklog-Another`);
    await expect(scenario.call('connection.acceptRisk', seen, JIRA_ADMIN)).rejects.toThrow(
      /^conflict: .* was changed or tested since you looked at it: nothing was accepted/,
    );
    expect(await viewOf(scenario, id)).toMatchObject({ state: { code: 'untested' } });
  });

  test('what is accepted for reading ends when the connection may write too', async () => {
    const { id } = await openRole({});
    await scenario.call('connection.update', { connectionId: id, access: 'read-only' }, JIRA_ADMIN);
    await testIt(scenario, id);
    const words = 'A sandbox account without anything of value.';
    await scenario.call('connection.acceptRisk', await shownWith(id, { words }), JIRA_ADMIN);
    const wider = { connectionId: id, access: 'read-write' };
    const changed = await scenario.call('connection.update', wider, JIRA_ADMIN);
    expect(changed.acceptedRisk).toBeUndefined();
    expect(changed.state.code).toBe('open-role');
  });

  test("our user's own policy keeps it from entering without an external id, and the test says what that hides", async () => {
    const { id } = await openRole((externalId) => ({
      StringEqualsIfExists: { 'sts:ExternalId': externalId },
    }));
    const tested = await testIt(scenario, id);
    const missing = checkOf(tested, 'missing-external-id');
    expect(missing.result).toBe('ok');
    expect(missing.reason).toMatch(/own/);
  });
});
