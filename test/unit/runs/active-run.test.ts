/** Which run of a workload is under way, where one may have overtaken another. */
import { describe, expect, test } from '@jest/globals';
import { activeRun, runUnderWay } from '../../../src/runs/active-run';
import { latestOf } from '../../../src/runs/latest-runs';
import type { Run } from '../../../src/runs/model';
import { startRun, type StartRunPorts } from '../../../src/runs/start-run';
import { MemoryPlatform, PROJECT } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const ASKED = {
  ...{ site: 'a-site', startedBy: 'a person', workloadArn: WORKLOAD_ARN, projectId: PROJECT.id },
  ...{ selection: {}, recreate: false, settle: [], confirm: false, workloadName: 'Web shop' },
};

async function start(platform: MemoryPlatform, mode: 'preview' | 'sync' = 'sync'): Promise<string> {
  return (await startRun({ ...ASKED, mode }, platform)).id;
}

async function end(platform: MemoryPlatform, runId: string): Promise<void> {
  const run = await platform.runs.load(runId);
  if (run === undefined) throw new Error('no such run');
  await platform.runs.save({ ...run, state: 'done' });
  if (run.mode === 'sync')
    await platform.latestRuns.saveEnded(WORKLOAD_ARN, latestOf(run, 'applied', '2026-06-01T00:00:00Z'));
}

const shown = async (platform: MemoryPlatform) => (await runUnderWay(WORKLOAD_ARN, platform))?.id;

test.each([
  ['when it is due', 'dueRuns', 'set', undefined],
  ['that it was started last', 'latestRuns', 'saveStarted', 'queued'],
] as const)('a run is not left for ever where %s could not be stored', async (_, store, method, state) => {
  const platform = await MemoryPlatform.linked();
  const broken = { ...platform[store], [method]: () => Promise.reject(new Error('silent')) };
  const ports: StartRunPorts = Object.assign(Object.create(platform) as MemoryPlatform, { [store]: broken });
  await expect(startRun({ ...ASKED, mode: 'sync' }, ports)).rejects.toThrow('silent');
  const [run] = await runsIn(platform);
  expect(run?.state).toBe(state);
  if (run) expect(await platform.dueRuns.before(platform.now + 1, 10)).toEqual([run.id]);
});

/** Every run that is stored. */
async function runsIn(platform: MemoryPlatform): Promise<readonly Run[]> {
  const ids = [...platform.kvs.values.keys()].flatMap((key) => /^run:([\w-]+)$/.exec(key)?.[1] ?? []);
  const runs = await Promise.all(ids.map((id) => platform.runs.load(id)));
  return runs.filter((run) => run !== undefined);
}

describe('the run that pages show as under way', () => {
  test('is none where none was started, and where the only one has ended', async () => {
    const platform = await MemoryPlatform.linked();
    expect(await shown(platform)).toBeUndefined();
    await end(platform, await start(platform));
    expect(await shown(platform)).toBeUndefined();
  });

  test.each(['preview', 'sync'] as const)(
    'is the earlier one, where a later %s overtook it',
    async (mode) => {
      const platform = await MemoryPlatform.linked();
      const first = await start(platform);
      const second = await start(platform, mode);
      expect(await shown(platform)).toBe(second);
      await end(platform, second);
      expect(await shown(platform)).toBe(first);
      await end(platform, first);
      expect(await shown(platform)).toBeUndefined();
    },
  );

  test('is the first of three, where the others overtook it', async () => {
    const platform = await MemoryPlatform.linked();
    const first = await start(platform);
    for (const mode of ['preview', 'sync'] as const) await end(platform, await start(platform, mode));
    expect(await shown(platform)).toBe(first);
  });

  test('is shown in its own project alone', async () => {
    const platform = await MemoryPlatform.linked();
    const runId = await start(platform);
    const at = (projectId: string) => activeRun({ workloadArn: WORKLOAD_ARN, projectId }, platform);
    expect(await at(PROJECT.id)).toEqual({ runId, mode: 'sync' });
    expect(await at('another')).toBeUndefined();
  });

  test('costs no read of a run where the latest sync was started last, as pages ask for many workloads', async () => {
    const platform = await MemoryPlatform.linked();
    await end(platform, await start(platform));
    let loads = 0;
    const runs = { load: (id: string) => ((loads += 1), platform.runs.load(id)) };
    await runUnderWay(WORKLOAD_ARN, { latestRuns: platform.latestRuns, runs });
    expect(loads).toBe(0);
  });
});
