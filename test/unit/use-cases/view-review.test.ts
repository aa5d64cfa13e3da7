/** What people see of a review: how often AWS is asked, and what they do not see. */
import { describe, expect, test } from '@jest/globals';
import { UpstreamError } from '../../../src/upstream-error';
import { listQuestions, viewReview } from '../../../src/use-cases/view-review';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { ROLE_REFUSES, ROLE_REFUSES_FOR_VIEWERS } from '../../builders/role-refuses';

const REF = { projectKey: 'WA', workloadArn: WORKLOAD_ARN };
const view = (platform: MemoryPlatform) => viewReview(REF, PROJECT_ADMIN, platform);

test.each([
  // seconds between two looks: how often AWS is asked
  [59, 1],
  [61, 2],
])('two people who look within %d s cost AWS %d reads', async (seconds, reads) => {
  const platform = await MemoryPlatform.linked();
  const first = await view(platform);
  platform.now += seconds * 1000;
  const second = await view(platform);
  expect(platform.aws.asked.filter((call) => call === 'lenses')).toHaveLength(reads);
  expect(second.readAt === first.readAt).toBe(reads === 1);
  expect(first.lenses).toMatchObject([{ alias: 'main', risks: { HIGH: 2 } }]);
});

test('questions of a lens are listed with their risks, without practices and notes', async () => {
  const platform = await MemoryPlatform.linked();
  const { questions } = await listQuestions({ ...REF, lensAlias: 'main' }, PROJECT_ADMIN, platform);
  expect(questions).toEqual(
    ['q1', 'q2'].map((id) => ({ id, title: `Question ${id}`, pillarId: 'security', risk: 'HIGH' })),
  );
});

describe('the questions of a lens', () => {
  const ask = (platform: MemoryPlatform, site = 'a-site', lensAlias = 'main') =>
    listQuestions({ ...REF, lensAlias }, { ...PROJECT_ADMIN, site }, platform);
  const asked = (platform: MemoryPlatform) =>
    platform.aws.asked.filter((call) => call === 'questions').length;

  test('cost one read a minute, however many look', async () => {
    const platform = await MemoryPlatform.linked();
    for (let look = 0; look < 40; look += 1) await ask(platform);
    expect(asked(platform)).toBe(1);
    platform.now += 61_000;
    await ask(platform);
    expect(asked(platform)).toBe(2);
  });

  test('are read by each site for itself, though one process serves both', async () => {
    const platform = await MemoryPlatform.linked();
    await ask(platform, 'one-site');
    await ask(platform, 'another-site');
    expect(asked(platform)).toBe(2);
  });

  test('that could not be read are asked for again', async () => {
    const platform = await MemoryPlatform.linked();
    const details = { service: 'aws', code: 'ThrottlingException', retryable: true } as const;
    platform.aws.trouble = (call) =>
      call === 'questions' ? new UpstreamError(ROLE_REFUSES, details) : undefined;
    await expect(ask(platform)).rejects.toMatchObject({ name: 'UpstreamError' });
    platform.aws.trouble = () => undefined;
    expect((await ask(platform)).questions).toHaveLength(2);
  });

  test('of a lens that the workload does not have are not asked for', async () => {
    const platform = await MemoryPlatform.linked();
    await expect(ask(platform, 'a-site', 'serverless')).rejects.toMatchObject({ code: 'not-found' });
    expect(asked(platform)).toBe(0);
  });
});

describe('AWS is not asked', () => {
  test.each<[string, string, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['of a workload that the project does not link', 'not-found', (it) => it.link({ projectId: 'another' })],
    ['of one that was unlinked', 'conflict', (it) => it.link({ ended: { reason: 'unlinked', at: '' } })],
    [
      'through a connection that serves it no more',
      'conflict',
      async (it) => it.storeConnection({ ...(await it.connection()), serves: [] }),
    ],
  ])('%s', async (_, code, change) => {
    const platform = await MemoryPlatform.linked();
    await view(platform);
    await change(platform);
    platform.aws.asked.length = 0;
    await expect(view(platform)).rejects.toMatchObject({ name: 'Refusal', code });
    expect(platform.aws.asked).toEqual([]);
  });
});

test.each(['openReviews', 'lenses'] as const)(
  'why AWS refuses %s is told without whom the connection trusts',
  async (call) => {
    const platform = await MemoryPlatform.linked();
    const details = { service: 'aws', code: 'AccessDenied', retryable: false } as const;
    platform.aws.trouble = (asked) => (asked === call ? new UpstreamError(ROLE_REFUSES, details) : undefined);
    const refused = view(platform);
    await expect(refused).rejects.toMatchObject({ name: 'UpstreamError', details });
    await expect(refused).rejects.toHaveProperty('reason', ROLE_REFUSES_FOR_VIEWERS);
  },
);
