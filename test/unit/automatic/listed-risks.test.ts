/** Risks that the poll was told of, for pages: as of when, and of which workloads. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { listedRisks } from '../../../src/automatic/listed-risks';
import { pollRegion } from '../../../src/automatic/poll-region';
import { MemoryPlatform, REGION } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const RISKS = { UNANSWERED: 1, HIGH: 2, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 0 };

let told: jest.SpiedFunction<typeof console.info>;
beforeEach(() => {
  told = jest.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => told.mockRestore());

async function polling(): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.automatic();
  const { workload, lenses } = platform.aws.review;
  platform.aws.review = { workload: { ...workload, riskCounts: RISKS }, lenses };
  await platform.watchedRegions.watch((await platform.connection()).id, REGION);
  return platform;
}

async function pollIn(platform: MemoryPlatform): Promise<void> {
  platform.now += 300_000;
  await pollRegion({ connectionId: (await platform.connection()).id, region: REGION }, 'a-site', platform);
}

const listed = async (platform: MemoryPlatform) =>
  listedRisks((await platform.connection()).id, REGION, [WORKLOAD_ARN], platform);

describe('risks as AWS listed them', () => {
  test('are known from the first poll on, as of the last one, and AWS is not asked for them', async () => {
    const platform = await polling();
    expect(await listed(platform)).toBeUndefined();
    await pollIn(platform);
    await pollIn(platform);
    platform.aws.asked.length = 0;
    const found = await listed(platform);
    expect(found?.at).toBe(platform.now);
    expect(found?.counts.get(WORKLOAD_ARN)).toEqual(RISKS);
    expect(platform.aws.asked).toEqual([]);
  });

  test('keep their age while AWS cannot be asked', async () => {
    const platform = await polling();
    await pollIn(platform);
    const at = platform.now;
    await platform.accessKeys.delete('aws');
    await pollIn(platform);
    expect((await listed(platform))?.at).toBe(at);
  });

  test('keep their age while a change waits for another poll', async () => {
    const platform = await polling();
    await pollIn(platform);
    const at = platform.now;
    const { workload, lenses } = platform.aws.review;
    const changed = { ...workload, updatedAt: workload.updatedAt + 1, riskCounts: { ...RISKS, HIGH: 0 } };
    platform.aws.review = { workload: changed, lenses };
    platform.settings.load = () => Promise.reject(new Error('storage is busy'));
    await pollIn(platform);
    const found = await listed(platform);
    expect([found?.at, found?.counts.get(WORKLOAD_ARN)]).toEqual([at, RISKS]);
  });

  test('end with the poll', async () => {
    const platform = await polling();
    await pollIn(platform);
    await platform.change({});
    platform.now += 25 * 3_600_000;
    await pollIn(platform);
    expect(await listed(platform)).toBeUndefined();
  });

  test('stay known when somebody switches automatic mode on again', async () => {
    const platform = await polling();
    await pollIn(platform);
    await platform.watchedRegions.watch((await platform.connection()).id, REGION);
    expect((await listed(platform))?.at).toBe(platform.now);
  });
});
