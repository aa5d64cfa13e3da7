/** Linking a workload to a project, ending that, and how a link is shown. */
import { describe, expect, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import { UpstreamError } from '../../../src/upstream-error';
import { linkWorkload, unlinkWorkload } from '../../../src/use-cases/link-workload';
import { linkedView, listLinked } from '../../../src/use-cases/linked-view';
import { DEFAULT_LINK_SETTINGS } from '../../../src/settings/model';
import { AUTOMATIC } from '../../builders/settings';
import { MemoryPlatform, PROJECT, PROJECT_ADMIN, USER_ARN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { SYNC } from '../runs/a-run';
import { asReason } from '../../../src/reason';

const REF = { projectKey: 'WA', workloadArn: WORKLOAD_ARN };

async function asked(platform: MemoryPlatform, connectionId?: string) {
  return { ...REF, connectionId: connectionId ?? (await platform.connection()).id };
}

const link = async (platform: MemoryPlatform, connectionId?: string) =>
  linkWorkload(await asked(platform, connectionId), PROJECT_ADMIN, platform);

describe('linking', () => {
  test('records who, through what and when, under the name that AWS has', async () => {
    const platform = await MemoryPlatform.connected();
    const { id } = await platform.connection();
    expect((await link(platform)).state.code).toBe('active');
    expect(await platform.linkedWorkloads.get(WORKLOAD_ARN)).toEqual({
      ...{ projectId: PROJECT.id, workloadArn: WORKLOAD_ARN, name: 'Web shop', connectionId: id },
      ...{ linkedBy: 'project admin', linkedAt: new Date(platform.now).toISOString() },
    });
    expect(platform.told()).toEqual(['workload.linked by project admin']);
    expect(platform.jobs).toEqual([]);
  });

  test('of a workload that inherits automatic mode starts its first run', async () => {
    const platform = await MemoryPlatform.connected();
    await platform.change(AUTOMATIC);
    await link(platform);
    expect(platform.queuedRuns()).toHaveLength(1);
  });

  test('again changes nothing', async () => {
    const platform = await MemoryPlatform.linked();
    await link(platform);
    expect([platform.aws.asked, platform.entries]).toEqual([[], []]);
  });

  test('again through another connection changes to that, and after it was ended begins anew', async () => {
    const platform = await MemoryPlatform.linked();
    const { id } = await platform.connect({ name: 'Another' });
    await link(platform, id);
    expect((await platform.linkedWorkloads.get(WORKLOAD_ARN))?.connectionId).toBe(id);
    await platform.link({ ended: { reason: 'unlinked', at: 'now' } });
    await link(platform);
    expect(await platform.linkedWorkloads.get(WORKLOAD_ARN)).not.toHaveProperty('ended');
  });

  test.each<[string, string, (platform: MemoryPlatform) => Promise<string | undefined>]>([
    ['a connection that is not there', 'not-found', () => Promise.resolve('00'.repeat(8))],
    ['a connection that serves others', 'not-found', async (it) => (await it.connect({ serves: [] })).id],
    [
      'a connection that serves the project with another workload',
      'not-found',
      async (it) => (await it.connect({ serves: [{ projectId: PROJECT.id, workloadArns: [] }] })).id,
    ],
    ['a connection that was not tested', 'conflict', async (it) => (await it.connect({ tests: [] })).id],
    [
      'a workload that another project syncs',
      'conflict',
      async (it) => {
        await it.link({ projectId: it.board.projectId('OTHER') });
        return undefined;
      },
    ],
  ])('is refused for %s: %s', async (_, code, prepare) => {
    const platform = await MemoryPlatform.connected();
    const connectionId = await prepare(platform);
    const before = await platform.linkedWorkloads.get(WORKLOAD_ARN);
    await expect(link(platform, connectionId)).rejects.toMatchObject({ name: 'Refusal', code });
    expect(platform.aws.asked).toEqual([]);
    expect(await platform.linkedWorkloads.get(WORKLOAD_ARN)).toEqual(before);
  });

  test('of a workload that AWS does not show is not recorded: an ARN alone proves nothing', async () => {
    const platform = await MemoryPlatform.connected();
    platform.aws.trouble = (call) =>
      call === 'workload'
        ? new UpstreamError(asReason('No such workload'), {
            service: 'aws',
            code: 'NotFound',
            retryable: false,
          })
        : undefined;
    await expect(link(platform)).rejects.toThrow('No such workload');
    expect(await platform.linkedWorkloads.get(WORKLOAD_ARN)).toBeUndefined();
  });
});

describe('unlinking', () => {
  test('ends the link and tells who; a second time changes nothing', async () => {
    const platform = await MemoryPlatform.linked();
    expect((await unlinkWorkload(REF, PROJECT_ADMIN, platform)).state.code).toBe('unlinked');
    const at = new Date(platform.now).toISOString();
    const ended = { reason: 'unlinked', at, by: 'project admin' };
    expect((await platform.linkedWorkloads.get(WORKLOAD_ARN))?.ended).toEqual(ended);
    platform.now += 1000;
    await unlinkWorkload(REF, PROJECT_ADMIN, platform);
    expect((await platform.linkedWorkloads.get(WORKLOAD_ARN))?.ended).toEqual(ended);
    expect(platform.told()).toEqual(['workload.unlinked by project admin']);
  });

  test('another project’s link is not found', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.link({ projectId: 'another' });
    await expect(unlinkWorkload(REF, PROJECT_ADMIN, platform)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a link', () => {
  const view = async (platform: MemoryPlatform) =>
    linkedView(await linkIn(platform), PROJECT, platform, true);

  async function linkIn(platform: MemoryPlatform) {
    const found = await platform.linkedWorkloads.get(WORKLOAD_ARN);
    if (!found) throw new Error('The workload is not linked');
    return found;
  }

  test.each<[string, boolean, string, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['works', true, 'active', () => Promise.resolve()],
    ['was unlinked', true, 'unlinked', (it) => it.link({ ended: { reason: 'unlinked', at: '' } })],
    [
      'is gone from AWS',
      true,
      'workload-gone',
      (it) => it.link({ ended: { reason: 'workload-gone', at: '' } }),
    ],
    ['has a connection without a key', true, 'connection-not-usable', (it) => it.accessKeys.delete('aws')],
    [
      'has a connection that serves it no more: its name is not shown either',
      false,
      'not-served',
      async (it) => it.storeConnection({ ...(await it.connection()), serves: [] }),
    ],
    [
      'has no connection any more',
      false,
      'connection-deleted',
      async (it) => it.connections.delete((await it.connection()).id),
    ],
  ])('that %s', async (_, named, code, change) => {
    const platform = await MemoryPlatform.linked();
    await change(platform);
    const { state, connectionName } = await view(platform);
    expect(state.code).toBe(code);
    expect(connectionName).toBe(named ? 'Production' : undefined);
  });

  test('of an archived project does not sync', async () => {
    const platform = await MemoryPlatform.linked();
    const archived = { ...PROJECT, archived: true };
    expect((await linkedView(await linkIn(platform), archived, platform)).state.code).toBe(
      'project-archived',
    );
  });

  test.each([
    ['a person starts runs where nothing else is set', {}, 'manual'],
    ['nobody starts one where it is switched off', { issueManagementStatus: 'DISABLED' }, 'off'],
  ] as const)('%s', async (_, settings, starts) => {
    const platform = await MemoryPlatform.linked();
    await platform.settings.save(PROJECT.id, WORKLOAD_ARN, { ...DEFAULT_LINK_SETTINGS, ...settings });
    expect((await view(platform)).automatic).toEqual({ on: false, starts });
  });

  test('in automatic mode shows what waits for a person, without keys of issues and identities', async () => {
    const platform = await MemoryPlatform.automatic();
    const quote = `${USER_ARN} may not.`;
    const reasons = [
      { code: 'made-unreadable', params: { issues: [{ issueKey: 'WA-7' }] } },
      { code: 'write-refused', params: { because: { quote, by: 'aws' } as const } },
    ];
    await platform.attention.set(WORKLOAD_ARN, { why: 'failed', reasons, at: 'then' });
    const { automatic } = await view(platform);
    expect(automatic).toMatchObject({ on: true, attention: { why: 'failed' } });
    const said = automatic.attention?.reasons.map(inWords);
    expect(said).toEqual([expect.stringContaining('may not see'), '… may not.']);
    await platform.change({});
    expect((await view(platform)).automatic).toEqual({ on: false, starts: 'manual' });
  });

  test.each(['queued', 'running', 'waiting'] as const)('shows a run that is %s', async (state) => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save({ ...SYNC, state });
    await platform.latestRuns.saveStarted(WORKLOAD_ARN, 'r1');
    expect((await view(platform)).activeRun).toEqual({ runId: 'r1', mode: 'sync' });
  });

  test.each([
    ['that ended', { state: 'done' }],
    ['that failed', { state: 'failed' }],
    ['of another project, from before', { projectId: 'another' }],
  ] as const)('shows no run %s', async (_, change) => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save({ ...SYNC, ...change });
    await platform.latestRuns.saveStarted(WORKLOAD_ARN, 'r1');
    expect(await view(platform)).not.toHaveProperty('activeRun');
  });

  test.each([true, false])('is listed with whether the caller administers its project: %s', async (may) => {
    const platform = await MemoryPlatform.linked();
    if (!may) platform.permissions = ['BROWSE_PROJECTS'];
    const { workloads, administers } = await listLinked({}, PROJECT_ADMIN, platform);
    expect(workloads.map(({ workloadArn }) => workloadArn)).toEqual([WORKLOAD_ARN]);
    expect(administers).toBe(may);
  });
});
