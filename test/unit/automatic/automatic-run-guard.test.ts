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
) {
  let asked = 0;
  const source = { accountConnector: () => Promise.resolve((asked++, account)) };
  const { objection } = guardAutomaticRun(run, source, platform);
  const found = await objection?.(review([], { ...workload(), awsConnector }));
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
  const needing = { ...RUN, needsQuietWorkload: true };

  test('pauses for what is left of the quiet time', async () => {
    const platform = await MemoryPlatform.automatic({ quietSeconds: 120 });
    platform.now = workload().updatedAt + 119_500;
    const pause = objectionOf(platform, 'DISABLED', 'DISABLED', needing);
    await expect(pause).rejects.toMatchObject({ name: 'Pause', seconds: 1 });
  });

  test.each([
    ['goes on once it is over', needing, 120_000],
    ['and one that does not, goes on at once', RUN, 0],
  ])('%s', async (_, run, age) => {
    const platform = await MemoryPlatform.automatic({ quietSeconds: 120 });
    platform.now = workload().updatedAt + age;
    expect(await objectionOf(platform, 'DISABLED', 'DISABLED', run)).toEqual([undefined, 0]);
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
