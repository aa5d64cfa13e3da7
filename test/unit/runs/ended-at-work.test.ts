/** A person ends a run while its invocation works: what that one still does stays out of the next run's way. */
import { describe, expect, test } from '@jest/globals';
import { continueRun } from '../../../src/runs/continue-run';
import type { RunStore } from '../../../src/runs/run-store';
import { endSync } from '../../../src/use-cases/end-sync';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { continued, runIn, SITE, SYNC } from './a-run';

const END = { projectKey: 'WA', runId: 'r1' };

/** Once, when it is so. */
function once(isSo: () => boolean, act: () => Promise<unknown>): () => Promise<void> {
  let done = false;
  return async () => {
    if (done || !isSo()) return;
    done = true;
    await act();
  };
}

describe('what the run made, and its invocation has not linked yet', () => {
  test('is linked by the next run, and found by the one after it, while the search index lags', async () => {
    const platform = await MemoryPlatform.linked();
    const { jira } = platform;
    jira.indexLagMs = 60_000;
    const fetch = jira.fetch.bind(jira);
    const meanwhile = once(
      () => platform.board.all().length > 0,
      async () => {
        await endSync(END, PROJECT_ADMIN, platform);
        expect((await continued(platform, { ...SYNC, id: 'r2' })).state).toBe('done');
      },
    );
    jira.fetch = async (ids) => {
      const found = await fetch(ids);
      await meanwhile();
      return found;
    };
    expect((await continued(platform)).state).toBe('failed');
    expect(await linked(platform)).toEqual(made(platform));
    platform.now += 1000;
    expect((await continued(platform, { ...SYNC, id: 'r3' })).state).toBe('done');
    expect(made(platform)).toHaveLength(6);
    expect(await linked(platform)).toEqual(made(platform));
  });
});

function made({ board }: MemoryPlatform): readonly string[] {
  const ids = board.all().map(({ id }) => id);
  return ids.sort();
}

async function linked(platform: MemoryPlatform): Promise<readonly string[]> {
  const { links } = await platform.openLinks().load(WORKLOAD_ARN);
  return [...links.values()].map(({ issueId }) => issueId).sort();
}

test('what it knows of the notes does not stand in place of what the next run knows', async () => {
  const platform = await MemoryPlatform.linked();
  const { answers } = platform.aws;
  const update = answers.update.bind(answers);
  const remembered = () => [...platform.kvs.values].filter(([key]) => key.startsWith('notes:'));
  let known: ReturnType<typeof remembered> = [];
  const meanwhile = once(
    () => true,
    async () => {
      platform.now += 10_000;
      await endSync(END, PROJECT_ADMIN, platform);
      await continued(platform, { ...SYNC, id: 'r2' });
      known = remembered();
    },
  );
  answers.update = async (...asked) => {
    const answer = await update(...asked);
    await meanwhile();
    return answer;
  };
  await continued(platform);
  expect((await runIn(platform, 'r2')).state).toBe('done');
  expect(known).toHaveLength(1);
  expect(remembered()).toEqual(known);
});

describe('a run that ends between the two reads of its event', () => {
  test('is left ended, and its workload is free', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save(SYNC);
    const take = platform.leases.take.bind(platform.leases);
    platform.leases.take = async (...asked) => {
      platform.leases.take = take;
      await endSync(END, PROJECT_ADMIN, platform);
      return take(...asked);
    };
    await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('failed');
    expect(platform.board.all()).toEqual([]);
    expect(await take(WORKLOAD_ARN, 'next')).toMatchObject({ before: undefined });
  });

  test('because its event came twice at once is done, and told, once', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save(SYNC);
    const take = platform.leases.take.bind(platform.leases);
    platform.leases.take = async (...asked) => {
      platform.leases.take = take;
      await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
      return take(...asked);
    };
    await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('done');
    expect(platform.told()).toEqual(['sync.ended by project admin']);
  });

  test('while it is queued again, since it waits, stays ended', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save({ ...SYNC, state: 'waiting', notBefore: platform.now + 90_000 });
    const { enqueueRun } = platform.queue;
    Object.assign(platform.queue, {
      enqueueRun: async (...asked: Parameters<typeof enqueueRun>) => {
        await endSync(END, PROJECT_ADMIN, platform);
        await enqueueRun(...asked);
      },
    });
    await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('failed');
  });
});

test('a run that gets its turn while a person ends it, because another one had the workload, ends', async () => {
  const platform = await MemoryPlatform.linked();
  await platform.runs.save(SYNC);
  const other = await platform.leases.take(WORKLOAD_ARN, 'r0');
  const turn = async () => {
    if (other.kind !== 'taken') throw new Error('held');
    await platform.leases.giveBack(other.lease);
    const taken = await platform.leases.take(WORKLOAD_ARN, 'r1');
    if (taken.kind === 'taken') await platform.runsUnder(taken.lease).save({ ...SYNC, state: 'running' });
  };
  const { runs: stored } = platform;
  const runs = {
    ...stored,
    save: async (run: typeof SYNC) => {
      await stored.save(run);
      if (run.state === 'failed') await turn();
    },
  };
  await endSync(END, PROJECT_ADMIN, Object.assign(platform, { runs }));
  expect((await runIn(platform)).state).toBe('failed');
});

test('a run that ends as a person ends it is told as ended, not as applied', async () => {
  const platform = await MemoryPlatform.linked();
  const { runsUnder } = platform;
  const meanwhile = once(
    () => true,
    () => endSync(END, PROJECT_ADMIN, platform),
  );
  Object.assign(platform, {
    runsUnder: (lease: Parameters<typeof runsUnder>[0]) => {
      const runs = runsUnder(lease);
      return {
        ...runs,
        together: async <T>(work: (runs: RunStore) => Promise<T>) => {
          await meanwhile();
          return runs.together(work);
        },
      };
    },
  });
  expect((await continued(platform)).state).toBe('failed');
  expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toMatchObject({ kind: 'failed' });
});
