/** Which event of a run goes on with it, however often the queue delivers one, and for how long a run waits. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { continueRun } from '../../../src/runs/continue-run';
import type { Guard } from '../../../src/storage/guarded';
import type { Run } from '../../../src/runs/model';
import { StorageUnavailable } from '../../../src/storage/unavailable';
import { MemoryPlatform } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { continued, runIn, SITE, SYNC, trouble } from './a-run';

const HOUR = 3_600_000;

describe('an event', () => {
  test.each([
    ['of before the run was queued again does nothing', 1, 2, false],
    ['of the latest time goes on', 2, 2, true],
    ['of a time that storage did not keep goes on', 3, 2, true],
    ['of a version that did not count goes on', undefined, 2, true],
  ])('%s', async (_, wake, stored, goesOn) => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save({ ...SYNC, state: 'waiting', wake: stored });
    await continueRun({ runId: 'r1', ...(wake === undefined ? {} : { wake }) }, SITE, platform);
    expect((await runIn(platform)).state).toBe(goesOn ? 'done' : 'waiting');
  });

  test('that comes while its own run works comes again when that must have ended, as it is', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.leases.take(WORKLOAD_ARN, 'r1');
    await continued(platform, { ...SYNC, state: 'running', wake: 2 });
    expect(platform.jobs).toEqual([{ runId: 'r1', wake: 2, lane: 0, seconds: 960 }]);
  });

  test('that comes while another run works comes again within a minute', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.leases.take(WORKLOAD_ARN, 'r0');
    await continued(platform, { ...SYNC, wake: 2 });
    expect(platform.jobs).toEqual([{ runId: 'r1', wake: 3, lane: 0, seconds: 60 }]);
  });
});

test('however often each event is delivered, a run that waits is queued once each time that it waits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }), async (copies) => {
      const platform = await MemoryPlatform.linked();
      platform.aws.trouble = () =>
        trouble('ThrottlingException', { retryable: true, retryAfterSeconds: 5000 });
      await continued(platform);
      for (const count of copies) {
        const event = platform.jobs.at(-1)!;
        if (!('runId' in event)) throw new Error('not of a run');
        const before = platform.jobs.length;
        platform.now += event.seconds * 500;
        for (let copy = 0; copy < count; copy++) await continueRun(event, SITE, platform);
        expect(platform.jobs.length).toBe(before + 1);
      }
    }),
    { numRuns: 30 },
  );
});

describe('a run waits an hour at most', () => {
  test.each([
    ['a service that says 99,999,999,999 s', 99_999_999_999],
    ['a service that says two hours', 7200],
  ])('for %s', async (_, retryAfterSeconds) => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true, retryAfterSeconds });
    expect((await continued(platform)).notBefore).toBe(platform.now + HOUR);
  });

  test('also where an earlier version stored a year that is far off', async () => {
    const platform = await MemoryPlatform.linked();
    const run = { ...SYNC, state: 'waiting', notBefore: Date.UTC(2099, 0, 1) } as const;
    expect((await continued(platform, run)).notBefore).toBe(platform.now + HOUR);
    platform.now += HOUR;
    await continueRun({ runId: 'r1', wake: 1 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('done');
  });
});

describe('storage that does not answer inside a run', () => {
  test('makes it wait and go on', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => new StorageUnavailable(new Error('500'));
    expect(await continued(platform)).toMatchObject({ state: 'waiting', troubles: 1 });
    platform.aws.trouble = () => undefined;
    platform.now += 30_000;
    await continueRun({ runId: 'r1', wake: 1 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('done');
  });

  test('and cannot keep that it waits leaves the next event, which goes on all the same', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save(SYNC);
    platform.aws.trouble = () => new StorageUnavailable(new Error('500'));
    const { runsUnder } = platform;
    const save = () => Promise.reject(new StorageUnavailable(new Error('500')));
    Object.assign(platform, { runsUnder: (lease: Guard) => ({ ...runsUnder(lease), save }) });
    await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
    Object.assign(platform, { runsUnder });
    expect(platform.jobs).toMatchObject([{ runId: 'r1', wake: 1, seconds: 30 }]);
    platform.aws.trouble = () => undefined;
    await continueRun({ runId: 'r1', wake: 1 }, SITE, platform);
    expect((await runIn(platform)).state).toBe('done');
  });
});

test('an invocation that dies while it queues its run leaves an event that goes on', async () => {
  const platform = await MemoryPlatform.linked();
  await platform.runs.save(SYNC);
  await platform.leases.take(WORKLOAD_ARN, 'another');
  let steps = 0;
  const dies = (): Error | undefined => ((steps += 1) > 1 ? new Error('killed') : undefined);
  platform.queue.trouble = dies;
  const { runs } = platform;
  Object.assign(platform, {
    runs: {
      ...runs,
      save: (run: Run) => {
        const death = dies();
        return death ? Promise.reject(death) : runs.save(run);
      },
    },
  });
  await expect(continueRun({ runId: 'r1', wake: 0 }, SITE, platform)).rejects.toThrow('killed');
  Object.assign(platform, { runs });
  platform.queue.trouble = () => undefined;
  platform.now += 1_000_000;
  await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
  expect((await runIn(platform)).state).toBe('done');
});

test('where the queue does not take a run that waits, the event that it came by may come again', async () => {
  const platform = await MemoryPlatform.linked();
  await platform.runs.save(SYNC);
  platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true });
  platform.queue.trouble = () => new Error('429');
  await expect(continueRun({ runId: 'r1', wake: 0 }, SITE, platform)).rejects.toThrow('429');
  platform.queue.trouble = () => undefined;
  platform.aws.trouble = () => undefined;
  platform.now += 60_000;
  await continueRun({ runId: 'r1', wake: 0 }, SITE, platform);
  expect((await runIn(platform)).state).toBe('done');
});
