/** Who did what, and when: every change and every sync leaves an entry. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { REGION } from '../../sandbox/aws';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { connect, newAccount } from './connect';
import { openScenario, type Scenario } from './open-site';
import type { AuditEntry } from './worded';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

async function entries(): Promise<readonly AuditEntry[]> {
  const all: AuditEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await scenario.call('audit.list', cursor === undefined ? {} : { cursor }, JIRA_ADMIN);
    all.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}

describe('the audit log', () => {
  test('tells the whole story of a connection, its link and its sync, newest first', async () => {
    const before = (await entries()).length;
    const account = newAccount();
    const { arn: workloadArn } = scenario.site.aws.admin.addWorkload({
      name: 'Told',
      lenses: ['wellarchitected'],
      account,
    });
    const { id } = await connect(scenario, { account });
    await scenario.call('workload.link', { projectKey: 'WA', connectionId: id, workloadArn });
    const settings = { scope: 'all', selection: { selectedPillars: [{ PillarId: 'sustainability' }] } };
    await scenario.call('settings.save', { projectKey: 'WA', workloadArn, settings });
    await scenario.sync({ workload: workloadArn, mode: 'preview' });
    await scenario.sync({ workload: workloadArn });
    await scenario.call('workload.unlink', { projectKey: 'WA', workloadArn });
    await scenario.call('connection.delete', { connectionId: id }, JIRA_ADMIN);

    const told = (await entries()).slice(0, -before || undefined);
    expect(told.map(({ action }) => action).reverse()).toEqual([
      'connection.created',
      'connection.changed',
      'connection.serves',
      'connection.tested',
      'workload.linked',
      'settings.changed',
      'sync.started',
      // What was made, as soon as it was.
      'sync.changed',
      'sync.ended',
      'workload.unlinked',
      'connection.deleted',
    ]);
    const by = (action: string) => told.find((entry) => entry.action === action);
    expect(by('connection.created')).toMatchObject({
      actor: { kind: 'person', accountId: JIRA_ADMIN },
      target: `connection ${id}`,
    });
    expect(by('settings.changed')).toMatchObject({
      actor: { kind: 'person', accountId: PROJECT_ADMIN },
      target: `workload ${workloadArn}`,
      lines: expect.arrayContaining(['Scope: none → "all"']),
    });
    expect(by('sync.ended')?.change).toMatch(/done, \d+ created/);
    expect(told.map(({ at }) => at)).toEqual(
      told
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  test('what changed nothing leaves no entry', async () => {
    const before = (await entries()).length;
    await scenario.call('siteSettings.save', { settings: { projectConnections: true } }, JIRA_ADMIN);
    expect((await entries()).length).toBe(before);
  });

  test("a project's admins read of their project only", async () => {
    const input = { projectKey: 'KAN', name: 'Of KAN', regions: [REGION], access: 'read-only' };
    const { id } = await scenario.call('projectConnection.create', input);
    const of = async (projectKey: string) =>
      (await scenario.call('projectAudit.list', { projectKey })).entries.map(({ target }) => target);
    expect(await of('KAN')).toContain(`connection ${id}`);
    expect(await of('WA')).not.toContain(`connection ${id}`);
  });
});
