/** The run of one question holds the lease of its workload, as every run does. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { continueRun } from '../../../src/runs/continue-run';
import type { Run } from '../../../src/runs/model';
import { LOST_MS } from '../../../src/runs/queue';
import { runOneQuestion } from '../../../src/runs/question-run';
import { Pause } from '../../../src/sync/pause';
import { MemoryPlatform } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { AUTOMATIC_SYNC, continued, died, runIn, SITE, SYNC, trouble } from './a-run';

async function ask(platform: MemoryPlatform) {
  const question = { lens: lensIdentity('main'), question: 'q1', site: 'a-site' };
  return runOneQuestion({ link: await platform.link(), ...question }, platform);
}

async function synced(): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.automatic();
  await continued(platform);
  return platform;
}

test('it gives the lease back, and the next run takes it', async () => {
  const platform = await synced();
  expect((await ask(platform)).end.kind).toBe('unchanged');
  expect(await platform.leases.take(WORKLOAD_ARN, 'r2')).toMatchObject({ kind: 'taken', before: undefined });
});

test('it waits for one that is at work, and asks Jira nothing', async () => {
  const platform = await synced();
  await platform.leases.take(WORKLOAD_ARN, 'r2');
  const before = platform.jira.calls();
  await expect(ask(platform)).rejects.toThrow(Pause);
  await expect(ask(platform)).rejects.toMatchObject({ seconds: 60 });
  expect(platform.jira.calls()).toBe(before);
});

describe('a run whose invocation died with the lease', () => {
  test.each([
    ['a person', SYNC],
    ['nobody', AUTOMATIC_SYNC],
  ])('of %s is left to go on by its own event', async (_, run) => {
    const platform = await synced();
    await interrupted(platform, run);
    await expect(ask(platform)).rejects.toMatchObject({ name: 'Pause', seconds: 60 });
    await expect(ask(platform)).rejects.toThrow(Pause);
    await continueRun({ runId: 'r2' }, SITE, platform);
    expect((await runIn(platform, 'r2')).state).toBe('done');
    expect((await ask(platform)).end.kind).toBe('unchanged');
  });

  test('is ended, and that is told, once its event must be lost', async () => {
    const platform = await synced();
    await interrupted(platform, SYNC);
    platform.now += LOST_MS;
    await ask(platform);
    expect(await runIn(platform, 'r2')).toMatchObject({
      state: 'failed',
      message: { code: 'run-interrupted' },
    });
    expect(platform.told()).toHaveLength(2);
    expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toMatchObject({ runId: 'r2', kind: 'failed' });
    expect(platform.jobs).toEqual([]);
  });

  test('waits for a person where nobody had started it, and another follows by itself', async () => {
    const platform = await synced();
    await interrupted(platform, AUTOMATIC_SYNC);
    platform.now += LOST_MS;
    await ask(platform);
    expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({ why: 'failed', runId: 'r2' });
    expect(platform.jobs).toMatchObject([{ change: { direction: 'aws', workloadArn: WORKLOAD_ARN } }]);
  });
});

describe('a lease that cannot be given back', () => {
  beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => void jest.restoreAllMocks());

  test('hides no run of a question that worked', async () => {
    const platform = await synced();
    platform.leases.giveBack = () => Promise.reject(new Error('Storage is away'));
    expect((await ask(platform)).end.kind).toBe('unchanged');
  });

  test('hides no error of one that failed', async () => {
    const platform = await synced();
    platform.leases.giveBack = () => Promise.reject(new Error('Storage is away'));
    platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true });
    await expect(ask(platform)).rejects.toThrow('ThrottlingException');
  });

  test('hides no run of the whole workload that worked', async () => {
    const platform = await MemoryPlatform.linked();
    platform.leases.giveBack = () => Promise.reject(new Error('Storage is away'));
    expect((await continued(platform)).state).toBe('done');
  });
});

async function interrupted(platform: MemoryPlatform, run: Run): Promise<void> {
  await platform.runs.save({ ...run, id: 'r2', state: 'running', beganAt: platform.now });
  await died(platform, 'r2');
}
