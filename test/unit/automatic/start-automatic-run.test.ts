/** Runs that nobody starts, and what follows where a workload comes into automatic mode. */
import { describe, expect, test } from '@jest/globals';
import { startAutomaticRun } from '../../../src/automatic/start-automatic-run';
import { beginIfAutomatic, watchEverything } from '../../../src/automatic/switch-on';
import { AUTOMATIC } from '../../builders/settings';
import { MemoryPlatform, PROJECT, REGION } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

async function linkIn(platform: MemoryPlatform) {
  const link = await platform.linkedWorkloads.get(WORKLOAD_ARN);
  if (!link) throw new Error('The workload is not linked');
  return link;
}

describe('an automatic run', () => {
  test('is a sync of the whole workload that nobody started, and goes ahead at once', async () => {
    const platform = await MemoryPlatform.automatic();
    await startAutomaticRun(await linkIn(platform), 'a-site', platform);
    const [runId = ''] = platform.queuedRuns();
    expect(platform.jobs).toEqual([{ runId, wake: 0, lane: 0, seconds: 0 }]);
    const run = await platform.runs.load(runId);
    expect(run).toMatchObject({
      ...{ state: 'queued', mode: 'sync', site: 'a-site', projectId: PROJECT.id, workloadName: 'Web shop' },
      ...{ selection: {}, notBefore: platform.now },
    });
    expect(run).not.toHaveProperty('startedBy');
    expect(run).not.toHaveProperty('needsQuietWorkload');
    expect(await platform.latestRuns.started(WORKLOAD_ARN)).toBe(runId);
    expect(await platform.latestRuns.automatic(WORKLOAD_ARN, 'round')).toBe(runId);
  });

  test.each([
    // first one, then another: are there two?
    ['at once', 'at once', 'one run'],
    ['at once', 'when the workload is quiet', 'one run'],
    ['when the workload is quiet', 'when the workload is quiet', 'one run'],
    ['when the workload is quiet', 'at once', 'two runs'],
  ])('%s and another one %s: %s', async (first, second, expected) => {
    const platform = await MemoryPlatform.automatic();
    const link = await linkIn(platform);
    for (const when of [first, second])
      await startAutomaticRun(link, 'a-site', platform, { needsQuietWorkload: when !== 'at once' });
    expect(platform.queuedRuns()).toHaveLength(expected === 'one run' ? 1 : 2);
  });

  test.each([
    ['has begun to read', 'running', 0],
    ['has ended', 'done', 0],
    ['lost its event an hour ago', 'queued', 3_600_000],
  ] as const)('is started again where the one before %s', async (_, state, age) => {
    const platform = await MemoryPlatform.automatic();
    const link = await linkIn(platform);
    await startAutomaticRun(link, 'a-site', platform);
    const run = await platform.runs.load(platform.queuedRuns()[0] ?? '');
    if (run) await platform.runs.save({ ...run, state });
    platform.now += age;
    await startAutomaticRun(link, 'a-site', platform);
    expect(platform.queuedRuns()).toHaveLength(2);
  });

  test('that waits for quiet stands for no other once it has begun to change something', async () => {
    const platform = await MemoryPlatform.automatic();
    const link = await linkIn(platform);
    await startAutomaticRun(link, 'a-site', platform, { needsQuietWorkload: true });
    await platform.runs.approve(platform.queuedRuns()[0] ?? '', []);
    await startAutomaticRun(link, 'a-site', platform, { needsQuietWorkload: true });
    expect(platform.queuedRuns()).toHaveLength(2);
  });
});

describe('coming into automatic mode', () => {
  test('starts the first run and watches the workload’s Region', async () => {
    const platform = await MemoryPlatform.automatic();
    await beginIfAutomatic(WORKLOAD_ARN, 'a-site', platform);
    expect(platform.queuedRuns()).toHaveLength(1);
    const { id } = await platform.connection();
    expect(await platform.watchedRegions.isWatched(id, REGION)).toBe(true);
  });

  test.each<[string, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['in manual mode', (it) => it.change({ issueManagementType: 'MANUAL' })],
    ['switched off', (it) => it.change({ ...AUTOMATIC, issueManagementStatus: 'DISABLED' })],
    ['unlinked', (it) => it.link({ ended: { reason: 'unlinked', at: 'now' } })],
    ['not linked through a connection that there is', (it) => it.link({ connectionId: '00'.repeat(8) })],
    ['through a connection without a key', (it) => it.accessKeys.delete('aws')],
  ])('of a workload that is %s starts and watches nothing', async (_, change) => {
    const platform = await MemoryPlatform.automatic();
    await change(platform);
    await beginIfAutomatic(WORKLOAD_ARN, 'a-site', platform);
    expect(platform.jobs).toEqual([]);
    expect(await platform.watchedRegions.isWatched((await platform.connection()).id, REGION)).toBe(false);
  });

  test('of the whole site watches every Region of every connection', async () => {
    const platform = await MemoryPlatform.connected();
    const second = await platform.connect({ regions: ['us-east-1', 'us-west-2'] });
    await watchEverything(platform);
    const isWatched = [
      [(await platform.connection()).id, REGION],
      [second.id, 'us-east-1'],
      [second.id, 'us-west-2'],
    ].map(([id = '', region = '']) => platform.watchedRegions.isWatched(id, region));
    expect(await Promise.all(isWatched)).toEqual([true, true, true]);
  });
});
