/** A person ends a run: whatever has become of it, what it did stays and its workload is free. */
import { describe, expect, test } from '@jest/globals';
import { continueRun } from '../../../src/runs/continue-run';
import { endSync } from '../../../src/use-cases/end-sync';
import { viewRun } from '../../../src/use-cases/view-run';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { AUTOMATIC_SYNC, continued, runIn, SITE, SYNC } from '../runs/a-run';

const OF_RUN = { projectKey: 'WA', runId: 'r1' };
const BY = { ...PROJECT_ADMIN, accountId: 'another admin' };

describe('a run that a person ends', () => {
  test.each(['queued', 'waiting', 'running'] as const)(
    'while it is %s has failed and says why',
    async (state) => {
      const platform = await MemoryPlatform.linked();
      await platform.runs.save({ ...SYNC, state });
      await platform.dueRuns.set(SYNC, platform.now);
      await endSync(OF_RUN, BY, platform);
      const { message } = await viewRun(OF_RUN, PROJECT_ADMIN, platform);
      expect([(await runIn(platform)).state, message?.code]).toEqual(['failed', 'run-ended-by-person']);
      expect(platform.told()).toEqual(['sync.ended by another admin']);
      expect(await platform.dueRuns.before(Infinity, 1)).toEqual([]);
      expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toMatchObject({ runId: 'r1', kind: 'failed' });
      await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
      expect(platform.board.all()).toEqual([]);
    },
  );

  test('leaves its workload free at once, also where its invocation died', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save({ ...SYNC, state: 'running' });
    await platform.leases.take(WORKLOAD_ARN, 'r1');
    await endSync(OF_RUN, BY, platform);
    expect((await continued(platform, { ...SYNC, id: 'r2' })).state).toBe('done');
    expect((await runIn(platform)).state).toBe('failed');
  });

  test('while it works writes nothing more of itself, and makes no further issue', async () => {
    const platform = await MemoryPlatform.linked();
    const holds = platform.leases.holds.bind(platform.leases);
    let asked = 0;
    platform.leases.holds = async (lease) => {
      const held = await holds(lease);
      if ((asked += 1) === 1) await endSync(OF_RUN, BY, platform);
      return held;
    };
    await platform.runs.save(SYNC);
    await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('failed');
    expect(platform.board.all().length).toBeLessThan(6);
    expect((await continued(platform, { ...SYNC, id: 'r2' })).state).toBe('done');
    expect(platform.board.all()).toHaveLength(6);
  });

  test('is left as it is once it has ended, and whoever ends it twice is told once', async () => {
    const platform = await MemoryPlatform.linked();
    expect((await continued(platform)).state).toBe('done');
    await endSync(OF_RUN, BY, platform);
    expect((await runIn(platform)).state).toBe('done');
    await platform.runs.save({ ...SYNC, id: 'r2' });
    const told = platform.told().length;
    await endSync({ ...OF_RUN, runId: 'r2' }, BY, platform);
    await endSync({ ...OF_RUN, runId: 'r2' }, BY, platform);
    expect(platform.told()).toHaveLength(told + 1);
  });

  test('while another run works leaves that one alone', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save(SYNC);
    const other = await platform.leases.take(WORKLOAD_ARN, 'r0');
    await endSync(OF_RUN, BY, platform);
    expect((await runIn(platform)).state).toBe('failed');
    expect(other.kind === 'taken' && (await platform.leases.holds(other.lease))).toBe(true);
  });

  test('of a preview is told nowhere, and one that nobody started keeps no person waiting', async () => {
    const platform = await MemoryPlatform.automatic();
    await platform.runs.save({ ...SYNC, mode: 'preview' });
    await platform.runs.save({ ...AUTOMATIC_SYNC, id: 'r2' });
    await endSync(OF_RUN, BY, platform);
    expect(platform.told()).toEqual([]);
    await endSync({ ...OF_RUN, runId: 'r2' }, BY, platform);
    expect(await platform.attention.get(WORKLOAD_ARN)).toBeUndefined();
  });

  test.each([
    ['of another project', { ...SYNC, projectId: '20000' }],
    ['that is not known', { ...SYNC, id: 'r9' }],
  ])('%s is not found', async (_, run) => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save(run);
    await expect(endSync(OF_RUN, BY, platform)).rejects.toMatchObject({ code: 'not-found' });
  });
});
