/** The run of one question holds the lease of its workload, as every run does. */
import { expect, test } from '@jest/globals';
import { runOneQuestion } from '../../../src/runs/question-run';
import { Pause } from '../../../src/sync/pause';
import { MemoryPlatform } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { continued, died, runIn, SYNC } from './a-run';

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

test('it ends a run whose invocation died with the lease', async () => {
  const platform = await synced();
  await died(platform, 'r2');
  await platform.runs.save({ ...SYNC, id: 'r2', state: 'running' });
  await ask(platform);
  expect(await runIn(platform, 'r2')).toMatchObject({
    state: 'failed',
    message: { code: 'run-interrupted' },
  });
});
