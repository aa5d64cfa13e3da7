/** The poll of one Region: which workloads have news, and when a Region is not polled any more. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { pollRegion } from '../../../src/automatic/poll-region';
import { settingsChanged } from '../../../src/automatic/switch-on';
import { startOfWeek } from '../../../src/workload-day';
import { UpstreamError } from '../../../src/upstream-error';
import { MemoryPlatform, REGION } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { asReason } from '../../../src/reason';

const DAY_MS = 24 * 3600 * 1000;

let lines: string[];
let spies: jest.SpiedFunction<typeof console.info>[];
beforeEach(() => {
  lines = [];
  const say = (...words: unknown[]) => void lines.push(words.join(' '));
  spies = [
    jest.spyOn(console, 'info').mockImplementation(say),
    jest.spyOn(console, 'warn').mockImplementation(say),
  ];
});
afterEach(() => {
  for (const spy of spies) spy.mockRestore();
});

async function watched(platform: MemoryPlatform): Promise<{ connectionId: string; region: string }> {
  const { id: connectionId } = await platform.connection();
  await platform.watchedRegions.watch(connectionId, REGION);
  return { connectionId, region: REGION };
}

/** Polls as the schedule does, five minutes later. */
async function pollIn(platform: MemoryPlatform): Promise<readonly unknown[]> {
  const { id: connectionId } = await platform.connection();
  platform.now += 300_000;
  platform.jobs.length = 0;
  platform.aws.asked.length = 0;
  await pollRegion({ connectionId, region: REGION }, 'a-site', platform);
  return platform.jobs;
}

const PENDING = { change: { direction: 'aws', workloadArn: WORKLOAD_ARN } };

describe('a workload in automatic mode', () => {
  test('has news when it is new, when it changed, and not in between', async () => {
    const platform = await MemoryPlatform.automatic();
    await watched(platform);
    expect(await pollIn(platform)).toMatchObject([PENDING]);
    expect(await pollIn(platform)).toEqual([]);
    const { workload, lenses } = platform.aws.review;
    platform.aws.review = { workload: { ...workload, updatedAt: workload.updatedAt + 60_000 }, lenses };
    expect(await pollIn(platform)).toMatchObject([PENDING]);
    expect(platform.aws.asked).toEqual(['openReviews', 'workloads']);
  });

  test('that a run saw as it is has none', async () => {
    const platform = await MemoryPlatform.automatic();
    await watched(platform);
    await pollIn(platform);
    const { workload, lenses } = platform.aws.review;
    const updatedAt = workload.updatedAt + 60_000;
    platform.aws.review = { workload: { ...workload, updatedAt }, lenses };
    await platform.watermarks.sawAll(WORKLOAD_ARN, updatedAt);
    expect(await pollIn(platform)).toEqual([]);
  });
});

describe('on its next day', () => {
  test.each<[string, number, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['nothing waits', 0, () => Promise.resolve()],
    [
      'something waits for a person',
      1,
      (it) => it.attention.set(WORKLOAD_ARN, { why: 'failed', reasons: [], at: 'now' }),
    ],
    ['notes were left unread', 1, (it) => it.watermarks.sawAll(WORKLOAD_ARN, 1, undefined, true)],
    ['settings of the site changed', 1, (it) => settingsChanged(it)],
  ])('where %s: %d runs', async (_, jobs, given) => {
    const platform = await MemoryPlatform.automatic();
    platform.now = startOfWeek(WORKLOAD_ARN, platform.now) + 2 * DAY_MS;
    await watched(platform);
    await pollIn(platform);
    await given(platform);
    expect(await pollIn(platform)).toEqual([]);
    platform.now += DAY_MS;
    expect(await pollIn(platform)).toHaveLength(jobs);
    expect(await pollIn(platform)).toEqual([]);
  });

  test('and as a whole in the next week, whatever waits', async () => {
    const platform = await MemoryPlatform.automatic();
    await watched(platform);
    await pollIn(platform);
    platform.now += 7 * DAY_MS;
    expect(await pollIn(platform)).toMatchObject([PENDING]);
  });
});

describe('where points of Jira run out', () => {
  test('what is new waits for the next hour, and a change does not', async () => {
    const platform = await MemoryPlatform.automatic();
    await watched(platform);
    await platform.usage.add(
      { points: 1, read: 0, written: 0, nearUntil: platform.now + 1_000_000 },
      platform.now,
    );
    expect([await pollIn(platform), await pollIn(platform), await pollIn(platform)]).toEqual([[], [], []]);
    expect(await pollIn(platform)).toMatchObject([PENDING]);
    await platform.usage.add(
      { points: 1, read: 0, written: 0, nearUntil: platform.now + 1_000_000 },
      platform.now,
    );
    const { workload, lenses } = platform.aws.review;
    platform.aws.review = { workload: { ...workload, updatedAt: workload.updatedAt + 60_000 }, lenses };
    expect(await pollIn(platform)).toMatchObject([PENDING]);
  });
});

describe('a Region without automatic mode', () => {
  test.each<[string, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['because it is manual', (it) => it.change({})],
    ['because it was unlinked', (it) => it.link({ ended: { reason: 'unlinked', at: 'now' } })],
  ])('%s is looked at once a day and then polled no more', async (_, change) => {
    const platform = await MemoryPlatform.automatic();
    const { connectionId } = await watched(platform);
    await pollIn(platform);
    await change(platform);
    await pollIn(platform);
    expect(platform.aws.asked).toEqual(['openReviews', 'workloads']);
    expect(platform.jobs).toEqual([]);
    platform.now += DAY_MS;
    await pollIn(platform);
    expect(platform.aws.asked).toEqual([]);
    expect(await platform.watchedRegions.isWatched(connectionId, REGION)).toBe(false);
  });

  test('of a connection that was deleted is polled no more', async () => {
    const platform = await MemoryPlatform.automatic();
    const polled = await watched(platform);
    await platform.connections.delete(polled.connectionId);
    await pollRegion(polled, 'a-site', platform);
    expect(platform.aws.asked).toEqual([]);
    expect(await platform.watchedRegions.isWatched(polled.connectionId, REGION)).toBe(false);
  });
});

test('a connection that cannot be used now is not asked, and is polled again', async () => {
  const platform = await MemoryPlatform.automatic();
  const { connectionId } = await watched(platform);
  await pollIn(platform);
  await platform.accessKeys.delete('aws');
  await pollIn(platform);
  expect(platform.aws.asked).toEqual([]);
  expect(await platform.watchedRegions.isWatched(connectionId, REGION)).toBe(true);
});

test('a poll that AWS refuses is told in the log by its code, and changes nothing', async () => {
  const platform = await MemoryPlatform.automatic();
  await watched(platform);
  platform.aws.trouble = (call) =>
    call === 'workloads'
      ? new UpstreamError(asReason('in words'), {
          service: 'aws',
          code: 'AccessDeniedException',
          retryable: false,
        })
      : undefined;
  expect(await pollIn(platform)).toEqual([]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('AccessDeniedException');
  expect(lines[0]).not.toContain('in words');
  platform.aws.trouble = () => undefined;
  expect(await pollIn(platform)).toMatchObject([PENDING]);
});

test('a bug is thrown on', async () => {
  const platform = await MemoryPlatform.automatic();
  await watched(platform);
  platform.aws.trouble = (call) => (call === 'workloads' ? new TypeError('a bug') : undefined);
  await expect(pollIn(platform)).rejects.toThrow('a bug');
});
