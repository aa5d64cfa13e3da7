/** The cards of the project page: what is told of risks, from what is stored and as of when, in how many steps. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { pollRegion } from '../../../src/automatic/poll-region';
import { listOverview } from '../../../src/use-cases/list-overview';
import { viewReview } from '../../../src/use-cases/view-review';
import { MemoryPlatform, PROJECT_ADMIN, REGION } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const LISTED = { UNANSWERED: 1, HIGH: 7, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 0 };

let told: jest.SpiedFunction<typeof console.info>;
beforeAll(() => {
  told = jest.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterAll(() => told.mockRestore());

const overview = (platform: MemoryPlatform, cursor?: string) =>
  listOverview({ projectKey: 'WA', ...(cursor === undefined ? {} : { cursor }) }, PROJECT_ADMIN, platform);

async function risksIn(platform: MemoryPlatform) {
  platform.aws.asked.length = 0;
  const { workloads } = await overview(platform);
  expect(platform.aws.asked).toEqual([]);
  return workloads[0]?.risks;
}

const ask = (platform: MemoryPlatform) =>
  viewReview({ projectKey: 'WA', workloadArn: WORKLOAD_ARN }, PROJECT_ADMIN, platform);

async function poll(platform: MemoryPlatform): Promise<void> {
  const { workload, lenses } = platform.aws.review;
  platform.aws.review = { workload: { ...workload, riskCounts: LISTED }, lenses };
  const { id: connectionId } = await platform.connection();
  await platform.watchedRegions.checked(connectionId, REGION, platform.now);
  await pollRegion({ connectionId, region: REGION }, 'a-site', platform);
}

const at = (platform: MemoryPlatform) => new Date(platform.now).toISOString();

describe('risks on a card', () => {
  test('are not known before anybody read them, and AWS is not asked', async () => {
    expect(await risksIn(await MemoryPlatform.linked())).toEqual({});
  });

  test('are those that were read last, however old', async () => {
    const platform = await MemoryPlatform.linked();
    const review = await ask(platform);
    platform.now += 90 * 24 * 3_600_000;
    expect(await risksIn(platform)).toEqual({ review });
  });

  test('have a total from the poll where that is newer, beside the older ones by pillar', async () => {
    const platform = await MemoryPlatform.automatic();
    const review = await ask(platform);
    platform.now += 60_000;
    await poll(platform);
    expect(await risksIn(platform)).toEqual({ total: { risks: LISTED, at: at(platform) }, review });
  });

  test('have no total from a poll that is older than what was read', async () => {
    const platform = await MemoryPlatform.automatic();
    await poll(platform);
    platform.now += 60_000;
    const review = await ask(platform);
    expect(await risksIn(platform)).toEqual({ review });
  });

  test('of a workload in manual mode come from the poll too, where one runs for others', async () => {
    const platform = await MemoryPlatform.automatic();
    await poll(platform);
    await platform.change({});
    platform.now += 300_000;
    await poll(platform);
    expect(await risksIn(platform)).toEqual({ total: { risks: LISTED, at: at(platform) } });
  });

  test.each<[string, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['was unlinked', (it) => it.link({ ended: { reason: 'unlinked', at: '' } })],
    [
      'goes through a connection that serves it no more',
      async (it) => it.storeConnection({ ...(await it.connection()), serves: [] }),
    ],
  ])('of a link that %s are not told', async (_, change) => {
    const platform = await MemoryPlatform.automatic();
    await ask(platform);
    await poll(platform);
    await change(platform);
    expect(await risksIn(platform)).toEqual({});
  });
});

describe('many linked workloads', () => {
  const arnOf = (nth: number) => WORKLOAD_ARN.replace(/\w{32}$/, String(nth).padStart(32, '0'));

  async function linking(count: number): Promise<MemoryPlatform> {
    const platform = await MemoryPlatform.connected();
    for (let nth = 0; nth < count; nth += 1) await platform.link({ workloadArn: arnOf(nth) });
    return platform;
  }

  test('come 25 at a time, each once and in order', async () => {
    const platform = await linking(60);
    const sizes: number[] = [];
    const seen: string[] = [];
    for (let cursor: string | undefined = '0'; cursor !== undefined;) {
      const page = await overview(platform, cursor);
      sizes.push(page.workloads.length);
      seen.push(...page.workloads.map(({ workloadArn }) => workloadArn));
      ({ cursor } = page);
    }
    expect(sizes).toEqual([25, 25, 10]);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, nth) => arnOf(nth)));
  });

  test('that fill a page have no empty one after it', async () => {
    expect(await overview(await linking(25))).not.toHaveProperty('cursor');
  });

  test('of which a page went to other projects begin with the first that stayed', async () => {
    const platform = await linking(30);
    for (let nth = 0; nth < 26; nth += 1) await platform.link({ workloadArn: arnOf(nth), projectId: 'x' });
    const { workloads } = await overview(platform);
    expect(workloads.map(({ workloadArn }) => workloadArn)).toEqual([26, 27, 28, 29].map(arnOf));
  });

  test('cost six reads of storage each and some that they share', async () => {
    const platform = await linking(25);
    let reads = 0;
    const get = platform.kvs.get.bind(platform.kvs);
    platform.kvs.get = (key) => ((reads += 1), get(key));
    await overview(platform);
    expect(reads).toBeLessThanOrEqual(25 * 6 + 4);
  });
});
