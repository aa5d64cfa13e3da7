/** Anyone who can open a page can call any resolver: who gets an answer from which. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, MEMBER, OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import type { Contract } from '../../src/contract';
import { openScenario, type Scenario } from './open-site';

const CALLERS = {
  'Jira admin': JIRA_ADMIN,
  'project admin': PROJECT_ADMIN,
  member: MEMBER,
  viewer: VIEWER,
  outsider: OUTSIDER,
  anonymous: undefined,
} as const;
type Caller = keyof typeof CALLERS;

const JIRA_ADMINS: readonly Caller[] = ['Jira admin'];
const PROJECT_ADMINS: readonly Caller[] = ['Jira admin', 'project admin'];
const PROJECT_PEOPLE: readonly Caller[] = [...PROJECT_ADMINS, 'member', 'viewer'];

/** A resolver without a row does not compile. Payloads are right or wrong as it may be: the right comes first. */
const ALLOWED: Readonly<Record<keyof Contract, readonly Caller[]>> = {
  'connection.create': JIRA_ADMINS,
  'connection.list': JIRA_ADMINS,
  'workload.list': PROJECT_ADMINS,
  'settings.get': PROJECT_ADMINS,
  'settings.save': PROJECT_ADMINS,
  'sync.start': PROJECT_ADMINS,
  'sync.run': PROJECT_PEOPLE,
  'sync.plan': PROJECT_PEOPLE,
};

const ROWS = Object.entries(ALLOWED).flatMap(([resolver, allowed]) =>
  Object.keys(CALLERS).map((caller) => ({
    resolver,
    caller: caller as Caller,
    verdict: allowed.some((name) => name === caller) ? 'let in' : 'turned away',
  })),
);

describe('resolvers and callers', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await openScenario();
  });
  afterAll(() => scenario.close());

  test.each(ROWS)('$resolver: $caller is $verdict', async ({ resolver, caller, verdict }) => {
    const accountId = CALLERS[caller];
    const answer = (await scenario.site.host.invoke({
      functionKey: resolver,
      payload: { projectKey: 'WA' },
      ...(accountId === undefined ? {} : { accountId }),
    })) as { ok: boolean; error?: { code: string } };
    expect(answer.error?.code === 'unauthorised' ? 'turned away' : 'let in').toBe(verdict);
  });

  test.each([
    ['a project that does not exist', { projectKey: 'NOPE' }],
    ['a project key that is none', { projectKey: '../../WA' }],
    ['no payload at all', undefined],
  ])('%s lets nobody but a Jira admin further', async (_, payload) => {
    const call = { functionKey: 'workload.list', payload, accountId: PROJECT_ADMIN };
    expect(await scenario.site.host.invoke(call)).toMatchObject({
      ok: false,
      error: { code: 'unauthorised' },
    });
  });

  test('a run is seen through its own project only', async () => {
    const call = {
      functionKey: 'sync.run',
      payload: { projectKey: 'KAN', runId: 'no-such-run' },
      accountId: VIEWER,
    };
    expect(await scenario.site.host.invoke(call)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('settings that one project saves for a workload do not reach another project', async () => {
    const { workloads } = await scenario.call('workload.list', { projectKey: 'KAN' });
    const workloadArn = workloads[0]?.arn;
    const settings = { scope: 'all', selection: {} };
    await scenario.call('settings.save', { projectKey: 'KAN', workloadArn, settings });
    expect(await scenario.call('settings.get', { projectKey: 'KAN', workloadArn })).toEqual(settings);
    const other = await scenario.call('settings.get', { projectKey: 'WA', workloadArn });
    expect(other).toEqual({ scope: 'risks', selection: {} });
  });

  test('no secret comes back from any resolver', async () => {
    const answer = await scenario.call('connection.list', {}, JIRA_ADMIN);
    expect(answer.connections).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toMatch(/wJalrXUtnFEMI|secret/i);
  });
});
