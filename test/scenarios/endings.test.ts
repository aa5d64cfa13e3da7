/** How a link ends: the issues stay, syncing stops, the state says why; and what can be undone goes on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { LinkedWorkloadView } from './worded';
import { connect, newAccount, testIt } from './connect';
import { openScenario, type Scenario } from './open-site';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

const PILLAR = { selectedPillars: [{ PillarId: 'sustainability' }] };

interface Linked {
  readonly key: string;
  readonly connectionId: string;
  readonly workloadArn: string;
  readonly issues: number;
}

/** A project of its own, with a workload of a connection of its own, synced once. */
async function linked(key: string): Promise<Linked> {
  const { jira, aws } = scenario.site;
  jira.admin.createProject({ key, name: key, style: 'next-gen' });
  const account = newAccount();
  const workloadArn = aws.admin.addWorkload({ name: key, lenses: ['wellarchitected'], account }).arn;
  const { id } = await connect(scenario, { account, projectKey: key });
  await scenario.call('workload.link', { projectKey: key, connectionId: id, workloadArn });
  await scenario.sync({ projectKey: key, workload: workloadArn, scope: 'all', selection: PILLAR });
  return { key, connectionId: id, workloadArn, issues: await count(key) };
}

async function count(key: string): Promise<number> {
  return (await scenario.issues(`project = ${key}`)).length;
}

async function linkIn(key: string): Promise<LinkedWorkloadView> {
  const { workloads } = await scenario.call('workload.linked', { projectKey: key }, JIRA_ADMIN);
  if (!workloads[0]) throw new Error(`${key} has no link`);
  return workloads[0];
}

function start({ key, workloadArn }: Linked, mode: 'sync' | 'preview' = 'sync'): Promise<{ runId: string }> {
  return scenario.call('sync.start', { projectKey: key, workloadArn, mode });
}

interface Ending {
  readonly name: string;
  readonly code: string;
  readonly end: (link: Linked) => unknown;
  readonly undo?: (link: Linked) => unknown;
}

const ENDINGS: readonly Ending[] = [
  {
    name: 'unlinked by a project admin',
    code: 'unlinked',
    end: ({ key, workloadArn }) => scenario.call('workload.unlink', { projectKey: key, workloadArn }),
    undo: ({ key, ...link }) => scenario.call('workload.link', { projectKey: key, ...ids(link) }),
  },
  {
    name: 'the connection is deleted',
    code: 'connection-deleted',
    end: ({ connectionId }) => scenario.call('connection.delete', { connectionId }, JIRA_ADMIN),
  },
  {
    name: 'the connection serves the project no longer',
    code: 'not-served',
    end: ({ connectionId }) => scenario.call('connection.serve', { connectionId, serves: [] }, JIRA_ADMIN),
    undo: ({ connectionId, key }) =>
      scenario.call('connection.serve', { connectionId, serves: [{ projectKey: key }] }, JIRA_ADMIN),
  },
  {
    name: 'the role is another, not tested yet',
    code: 'connection-not-usable',
    end: ({ connectionId }) => {
      const roleArn = `arn:aws:iam::${newAccount()}:role/x`;
      return scenario.call('connection.update', { connectionId, roleArn }, JIRA_ADMIN);
    },
  },
];

function ids({ connectionId, workloadArn }: Pick<Linked, 'connectionId' | 'workloadArn'>) {
  return { connectionId, workloadArn };
}

describe('a link that ends', () => {
  test.each(ENDINGS)('$name: $code', async ({ code, end, undo }) => {
    const link = await linked(`E${ENDINGS.findIndex((ending) => ending.code === code)}`);
    expect(link.issues).toBeGreaterThan(10);
    expect((await linkIn(link.key)).state.code).toBe('active');
    await end(link);
    const { state } = await linkIn(link.key);
    expect(state.code).toBe(code);
    expect(state.reason).toMatch(/work items/);
    await expect(start(link)).rejects.toThrow(state.reason);
    if (!undo) return;
    await undo(link);
    expect((await linkIn(link.key)).state.code).toBe('active');
    expect(await count(link.key)).toBe(link.issues);
    await start(link, 'preview');
    expect(await scenario.site.host.idle()).toBe(true);
  });

  test('a run that was queued before its link ended does nothing', async () => {
    const link = await linked('QUEUED');
    const { runId } = await start(link);
    await scenario.call('workload.unlink', { projectKey: link.key, workloadArn: link.workloadArn });
    scenario.site.clearRequests();
    await scenario.site.host.idle();
    const run = await scenario.call('sync.run', { projectKey: link.key, runId });
    expect(['failed', 'done']).toContain(run.state);
    expect(scenario.writes()).toEqual([]);
    expect(await count(link.key)).toBe(link.issues);
  });

  test('a run under way when its link ends stops, and says why', async () => {
    const slow = await openScenario({ latency: { jira: 150 } });
    const { workloads } = await slow.call('workload.list', { projectKey: 'WA' });
    const workloadArn = workloads[0]?.arn ?? '';
    await slow.link(workloadArn);
    const sync = { projectKey: 'WA', workloadArn, mode: 'sync', scope: 'all' };
    const { runId } = await slow.call('sync.start', sync);
    while (!slow.writes().some((operation) => operation.endsWith('/issue/bulk'))) await sleep(50);
    await slow.call('workload.unlink', { projectKey: 'WA', workloadArn });
    expect(await slow.site.host.idle()).toBe(true);
    const run = await slow.call('sync.run', { projectKey: 'WA', runId });
    expect(run).toMatchObject({ state: 'failed', message: expect.stringMatching(/unlinked/) });
    expect((await slow.issues()).length).toBeLessThan(1 + 57 + 307);
    await slow.close();
  });

  test('the project is archived: its runs end in words, and go on once it is restored', async () => {
    const link = await linked('ARCHIVED');
    const { admin } = scenario.site.jira;
    // AWS holds the run up, so that it is still under way when the project is archived.
    const throttled = { code: 'ThrottlingException', status: 429, times: 4 };
    scenario.site.aws.admin.failNext({ operation: 'GetWorkload', ...throttled });
    const { runId } = await start(link);
    admin.archiveProject(link.key);
    scenario.site.clearRequests();
    await scenario.site.host.idle();
    expect(scenario.writes()).toEqual([]);
    // Whichever came first, what is left of the failures is for no other test.
    await testIt(scenario, link.connectionId);
    await testIt(scenario, link.connectionId);
    admin.restoreProject(link.key);
    const view = { projectKey: link.key, runId };
    expect(await scenario.call('sync.run', view)).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/archived.*Restore the space/),
    });
    expect((await linkIn(link.key)).state.code).toBe('active');
    expect(await count(link.key)).toBe(link.issues);
  });

  test('the workload is deleted in AWS: the first run that notices says so, and records it', async () => {
    const link = await linked('GONE');
    scenario.site.aws.admin.deleteWorkload(link.workloadArn.split('/')[1] ?? '');
    const { runId } = await start(link);
    await scenario.site.host.idle();
    expect(await scenario.call('sync.run', { projectKey: link.key, runId })).toMatchObject({
      state: 'failed',
    });
    expect((await linkIn(link.key)).state.code).toBe('workload-gone');
    expect(await count(link.key)).toBe(link.issues);
    await expect(start(link)).rejects.toThrow(/^conflict: AWS does not know the workload/);
  });

  test('the project is deleted: its runs end in words, and another project may link the workload', async () => {
    const link = await linked('DELETED');
    const { runId } = await start(link);
    scenario.site.jira.admin.deleteProject(link.key);
    await scenario.site.host.idle();
    expect(runId).not.toBe('');
    const serves = [{ projectKey: 'KAN' }];
    await scenario.call('connection.serve', { connectionId: link.connectionId, serves }, JIRA_ADMIN);
    const again = await scenario.call('workload.link', { projectKey: 'KAN', ...ids(link) });
    expect(again.state.code).toBe('active');
  });

  test('one workload has one project: a second is turned away until the first lets go', async () => {
    const link = await linked('ONE');
    const serves = [{ projectKey: 'ONE' }, { projectKey: 'WA' }];
    await scenario.call('connection.serve', { connectionId: link.connectionId, serves }, JIRA_ADMIN);
    const inWa = { projectKey: 'WA', ...ids(link) };
    await expect(scenario.call('workload.link', inWa)).rejects.toThrow(/^conflict: Space ONE has linked/);
    await scenario.call('workload.unlink', { projectKey: 'ONE', workloadArn: link.workloadArn });
    expect((await scenario.call('workload.link', inWa)).state.code).toBe('active');
  });
});
