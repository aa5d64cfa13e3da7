/** What an automatic run asks before it changes anything. */
import { describe, expect, test } from '@jest/globals';
import { guardAutomaticRun } from '../../../src/automatic/automatic-run-guard';
import type { AccountConnector, Workload } from '../../../src/wellarchitected/model';
import { MemoryPlatform } from '../../builders/platform';
import { lensIdentity, review, workload, WORKLOAD_ARN } from '../../builders/review';

const RUN = { workloadArn: WORKLOAD_ARN };

/** The code of what it objects to, and whether the account was asked for its connector. */
async function objectionOf(
  platform: MemoryPlatform,
  awsConnector: Workload['awsConnector'],
  account: AccountConnector = 'DISABLED',
  run: { workloadArn: string; needsQuietWorkload?: boolean } = RUN,
  times: Partial<Workload> = {},
) {
  let asked = 0;
  const source = { accountConnector: () => Promise.resolve((asked++, account)) };
  const { objection } = guardAutomaticRun(run, source, platform);
  const found = await objection?.(review([], { ...workload(), awsConnector, ...times }));
  return [found?.code, asked];
}

describe('AWS’s own Jira connector', () => {
  test.each<[Workload['awsConnector'], AccountConnector, string | undefined, number]>([
    // of the workload, of the account: the objection, and how often the account is asked
    ['ENABLED', 'DISABLED', 'aws-connector', 0],
    ['DISABLED', 'ENABLED', undefined, 0],
    ['INHERIT', 'ENABLED', 'aws-connector', 1],
    ['INHERIT', 'DISABLED', undefined, 1],
    [undefined, 'ENABLED', 'aws-connector', 1],
    [undefined, 'DISABLED', undefined, 1],
  ])('of the workload %s, of the account %s: %s', async (own, account, code, asked) => {
    expect(await objectionOf(await MemoryPlatform.automatic(), own, account)).toEqual([code, asked]);
  });

  test('may work too where a person confirmed that', async () => {
    const platform = await MemoryPlatform.automatic({ besideAwsConnector: true });
    expect(await objectionOf(platform, 'ENABLED')).toEqual([undefined, 0]);
  });
});

test('automatic mode that was switched off meanwhile ends the run', async () => {
  expect(await objectionOf(await MemoryPlatform.linked(), 'DISABLED')).toEqual(['automatic-off', 0]);
});

describe('a run that needs a quiet workload', () => {
  const NEEDING = { ...RUN, needsQuietWorkload: true };
  const NOW = Date.UTC(2026, 5, 1);
  const DAY = 24 * 3_600_000;
  const SECOND = 1000;

  async function waits(run: typeof RUN, times: Partial<Workload>, notedAgo?: number) {
    const platform = await MemoryPlatform.automatic({ quietSeconds: 120 });
    platform.now = NOW - (notedAgo ?? 0);
    if (notedAgo !== undefined)
      await platform.pendingChanges.add({ direction: 'aws', workloadArn: WORKLOAD_ARN }, 120);
    platform.now = NOW;
    try {
      await objectionOf(platform, 'DISABLED', 'DISABLED', run, times);
      return 0;
    } catch (error) {
      expect(error).toMatchObject({ name: 'Pause' });
      return (error as { readonly seconds: number }).seconds;
    }
  }

  test.each<[string, { readonly updatedAt: number; readonly readAt: number }, number]>([
    ['waits for what is left of the quiet time', { updatedAt: NOW - 119_500, readAt: NOW }, 1],
    ['goes on once it is over', { updatedAt: NOW - 120_000, readAt: NOW }, 0],
    ['waits no longer where AWS is a day ahead', { updatedAt: NOW + DAY - 100_000, readAt: NOW + DAY }, 20],
    ['nor shorter where it is behind', { updatedAt: NOW - DAY - 100_000, readAt: NOW - DAY }, 20],
    ['takes whole seconds for what they are', { updatedAt: NOW + 900, readAt: NOW }, 121],
  ])('by AWS’s clock %s', async (_, times, seconds) => {
    expect(await waits(NEEDING, times)).toBe(seconds);
  });

  test.each<[string, Partial<Workload>, number | undefined, number]>([
    // what AWS tells, how long ago the change was noted, how long it waits
    ['gave no time', { updatedAt: NOW + DAY }, 100 * SECOND, 20],
    ['gave no time, and the quiet time is over', { updatedAt: NOW + DAY }, 120 * SECOND, 0],
    ['gave no time, and nobody noted a change', { updatedAt: NOW + DAY }, undefined, 0],
    ['tells of a change that is still to come', { updatedAt: NOW + DAY, readAt: NOW }, 100 * SECOND, 20],
  ])('by ours, from when the change was noted, where AWS %s', async (_, times, ago, seconds) => {
    expect(await waits(NEEDING, times, ago)).toBe(seconds);
  });

  test('and one that does not need it goes on at once', async () => {
    expect(await waits(RUN, { updatedAt: NOW, readAt: NOW })).toBe(0);
  });
});

describe('a question is left alone', () => {
  const lens = lensIdentity('main');
  const question = { workload: WORKLOAD_ARN, lens, question: 'q1' };

  test.each([
    ['while its cards move', { direction: 'jira', workloadArn: WORKLOAD_ARN, lens, question: 'q1' }, false],
    ['while its answer changes', { direction: 'aws', workloadArn: WORKLOAD_ARN, question: 'q1' }, false],
    ['not while another does', { direction: 'aws', workloadArn: WORKLOAD_ARN, question: 'q2' }, true],
  ] as const)('%s', async (_, changed, still) => {
    const platform = await MemoryPlatform.automatic({ quietSeconds: 120 });
    const { isQuiet } = guardAutomaticRun(
      RUN,
      { accountConnector: () => Promise.resolve('DISABLED') },
      platform,
    );
    await platform.pendingChanges.add(changed, 120);
    platform.now += 119_000;
    expect(await isQuiet?.(question)).toBe(still);
    expect(await isQuiet?.({ workload: WORKLOAD_ARN })).toBe(true);
    platform.now += 1_000;
    expect(await isQuiet?.(question)).toBe(true);
  });
});
