/** Anyone who can open a page can call any resolver: who gets an answer from which. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, MEMBER, OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import type { Contract } from '../../src/contract';
import { openScenario, type Scenario } from './open-site';

const CALLERS = {
  'Jira admin': JIRA_ADMIN,
  'project admin': PROJECT_ADMIN,
  member: MEMBER,
  viewer: VIEWER,
  'admin of another project': OUTSIDER,
  anonymous: undefined,
} as const;
type Caller = keyof typeof CALLERS;

const JIRA_ADMINS: readonly Caller[] = ['Jira admin'];
const PROJECT_ADMINS: readonly Caller[] = ['Jira admin', 'project admin'];
const PROJECT_PEOPLE: readonly Caller[] = [...PROJECT_ADMINS, 'member', 'viewer'];

/** A resolver without a row does not compile. Payloads are right or wrong as it may be: the right comes first. */
const ALLOWED: Readonly<Record<keyof Contract, readonly Caller[]>> = {
  'accessKey.list': JIRA_ADMINS,
  'accessKey.save': JIRA_ADMINS,
  'accessKey.delete': JIRA_ADMINS,
  'connection.list': JIRA_ADMINS,
  'connection.create': JIRA_ADMINS,
  'connection.update': JIRA_ADMINS,
  'connection.serve': JIRA_ADMINS,
  'connection.test': JIRA_ADMINS,
  'connection.acceptRisk': JIRA_ADMINS,
  'connection.enableEvents': JIRA_ADMINS,
  'connection.disableEvents': JIRA_ADMINS,
  'connection.delete': JIRA_ADMINS,
  'projectConnection.list': PROJECT_ADMINS,
  'projectConnection.create': PROJECT_ADMINS,
  'projectConnection.update': PROJECT_ADMINS,
  'projectConnection.test': PROJECT_ADMINS,
  'projectConnection.enableEvents': PROJECT_ADMINS,
  'projectConnection.disableEvents': PROJECT_ADMINS,
  'projectConnection.delete': PROJECT_ADMINS,
  'siteSettings.get': JIRA_ADMINS,
  'usage.get': JIRA_ADMINS,
  'liveCheck.run': JIRA_ADMINS,
  'siteSettings.save': JIRA_ADMINS,
  'siteWorkload.list': JIRA_ADMINS,
  'siteWorkload.unlink': JIRA_ADMINS,
  'siteWorkload.unlinkUnreadable': JIRA_ADMINS,
  'workload.list': PROJECT_ADMINS,
  'workload.link': PROJECT_ADMINS,
  'workload.linkMany': PROJECT_ADMINS,
  'workload.unlink': PROJECT_ADMINS,
  'workload.unlinkUnreadable': PROJECT_ADMINS,
  'workload.linked': PROJECT_PEOPLE,
  'workload.overview': PROJECT_PEOPLE,
  'workload.review': PROJECT_PEOPLE,
  'workload.questions': PROJECT_PEOPLE,
  'workload.recentChanges': PROJECT_PEOPLE,
  'milestone.list': PROJECT_PEOPLE,
  'milestone.save': PROJECT_ADMINS,
  'milestone.compare': PROJECT_PEOPLE,
  'settings.get': PROJECT_PEOPLE,
  'settings.save': PROJECT_ADMINS,
  'project.preflight': PROJECT_ADMINS,
  'project.createScreens': PROJECT_ADMINS,
  'triage.list': PROJECT_PEOPLE,
  'triage.rows': PROJECT_PEOPLE,
  'triage.search': PROJECT_PEOPLE,
  'issue.panel': PROJECT_PEOPLE,
  'sync.start': PROJECT_ADMINS,
  'sync.end': PROJECT_ADMINS,
  'sync.run': PROJECT_PEOPLE,
  'sync.plan': PROJECT_PEOPLE,
  'audit.list': JIRA_ADMINS,
  'audit.export': JIRA_ADMINS,
  'audit.check': JIRA_ADMINS,
  'projectAudit.list': PROJECT_ADMINS,
  'projectAudit.export': PROJECT_ADMINS,
  'projectAudit.check': PROJECT_ADMINS,
};

const ROWS = Object.entries(ALLOWED).flatMap(([resolver, allowed]) =>
  Object.keys(CALLERS).map((caller) => ({
    resolver,
    caller: caller as Caller,
    verdict: allowed.some((name) => name === caller) ? 'let in' : 'turned away',
  })),
);

/** The resolvers that the app defines, as its source names them. */
function defined(): string[] {
  const source = readFileSync(path.join(__dirname, '../../src/handlers/resolver.ts'), 'utf8');
  return [...source.matchAll(/^ {2}'([\w.]+)': for\w+\(/gm)].map(([, name = '']) => name);
}

describe('resolvers and callers', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await openScenario();
    const { admin } = scenario.site.jira;
    admin.createProject({ key: 'OTHER', name: 'Another project', style: 'next-gen' });
    admin.grantRole('OTHER', 'administrators', OUTSIDER);
  });
  afterAll(() => scenario.close());

  test('the table has a row for every resolver and caller', () => {
    const resolvers = Object.keys(ALLOWED).length;
    const callers = Object.keys(CALLERS).length;
    process.stdout.write(`${resolvers} resolvers × ${callers} callers = ${ROWS.length} rows\n`);
    expect(Object.keys(ALLOWED).sort()).toEqual(defined().sort());
    expect(ROWS).toHaveLength(resolvers * callers);
  });

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

  test('a run and a link are reached through their own project only', async () => {
    const { workloads } = await scenario.call('workload.list', { projectKey: 'WA' });
    const workloadArn = workloads[0]?.arn ?? '';
    await scenario.link(workloadArn);
    const preview = { projectKey: 'WA', workloadArn, mode: 'preview' };
    const { runId } = await scenario.call('sync.start', preview);
    expect(await scenario.site.host.idle()).toBe(true);
    expect((await scenario.call('sync.run', { projectKey: 'WA', runId })).state).toBe('done');
    const other = { projectKey: 'OTHER' };
    for (const [name, payload] of [
      ['sync.run', { ...other, runId }],
      ['sync.plan', { ...other, runId, page: 0 }],
      ['sync.start', { ...other, workloadArn, mode: 'sync' }],
      ['workload.recentChanges', { ...other, workloadArn }],
      ['workload.unlink', { ...other, workloadArn }],
    ] as const) {
      await expect(scenario.call(name, payload, OUTSIDER)).rejects.toThrow(/^not-found/);
    }
    const { workloads: linked } = await scenario.call('workload.linked', { projectKey: 'WA' });
    expect(linked.map(({ state }) => state.code)).toEqual(['active']);
    await scenario.call('workload.unlink', { projectKey: 'WA', workloadArn });
  });

  test('settings that one project saves for a workload do not reach another project', async () => {
    const { workloads } = await scenario.call('workload.list', { projectKey: 'KAN' });
    const workloadArn = workloads[0]?.arn ?? '';
    const settings = { scope: 'all', selection: {} };
    await scenario.link(workloadArn, 'KAN');
    await scenario.call('settings.save', { projectKey: 'KAN', workloadArn, settings });
    const own = await scenario.call('settings.get', { projectKey: 'KAN', workloadArn });
    expect(own.settings).toEqual({ issueManagementStatus: 'INHERIT', ...settings });
    expect(own.effective).toMatchObject({ issueManagementType: 'MANUAL', ...settings });
    await scenario.call('workload.unlink', { projectKey: 'KAN', workloadArn });
    await scenario.link(workloadArn);
    const other = await scenario.call('settings.get', { projectKey: 'WA', workloadArn });
    expect(other.settings).toEqual({ issueManagementStatus: 'INHERIT' });
    expect(other.effective).toMatchObject({ scope: 'risks', selection: {} });
  });
});
