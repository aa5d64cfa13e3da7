/** Schedules, and the events of issues that they make up for. */
import { describe, expect, test } from '@jest/globals';
import { noteIssueChange } from '../../../src/automatic/note-change';
import { findMissedChanges, queuePolls } from '../../../src/automatic/schedules';
import type { Link } from '../../../src/review-entries/link';
import { MemoryPlatform, PROJECT, REGION } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';

const LENS = lensIdentity('main');
const MINUTE = 60_000;

/** An issue of ours for the question, as the index of links has it. */
async function issueOf(platform: MemoryPlatform, question?: string): Promise<string> {
  const identity = { workload: WORKLOAD_ARN, ...(question === undefined ? {} : { lens: LENS, question }) };
  const { id } = platform.board.create({
    ...{ projectKey: PROJECT.key, level: question === undefined ? 'epic' : 'task', summary: 'ours' },
    property: { ...identity, hash: '0' } as never,
  });
  await platform.issueIndex.put([{ identity, issueId: id } as Link]);
  return id;
}

describe('an issue that changed', () => {
  test('is a pending change of its question', async () => {
    const platform = await MemoryPlatform.automatic({ quietSeconds: 45 });
    await noteIssueChange(await issueOf(platform, 'q1'), platform);
    expect(platform.jobs).toMatchObject([
      { look: { direction: 'jira', workloadArn: WORKLOAD_ARN, lens: LENS, question: 'q1' }, seconds: 45 },
    ]);
  });

  test.each<[string, (platform: MemoryPlatform) => Promise<string>]>([
    ['is not ours', () => Promise.resolve('10001')],
    ['is the Epic, of which notes tell nothing', (it) => issueOf(it)],
    [
      'is of a workload in manual mode',
      async (it) => {
        await it.change({});
        return issueOf(it, 'q1');
      },
    ],
  ])('is no news where it %s', async (_, prepare) => {
    const platform = await MemoryPlatform.automatic();
    await noteIssueChange(await prepare(platform), platform);
    expect(platform.jobs).toEqual([]);
  });
});

describe('every five minutes', () => {
  test('the Regions that are watched are polled, and no others', async () => {
    const platform = await MemoryPlatform.automatic();
    const { id } = await platform.connection();
    const second = await platform.connect({ regions: [REGION, 'us-east-1'] });
    await platform.watchedRegions.watch(second.id, 'us-east-1');
    await queuePolls(platform);
    expect(platform.jobs).toEqual([{ poll: { connectionId: second.id, region: 'us-east-1' }, seconds: 0 }]);
    await platform.watchedRegions.watch(id, REGION);
    await queuePolls(platform);
    expect(platform.jobs).toHaveLength(3);
  });
});

describe('every hour', () => {
  test.each([
    // minutes since the issue moved
    [10, 'noted'],
    [149, 'noted'],
    [151, 'not noted'],
  ])('an issue that moved %d minutes ago is %s', async (minutes, expected) => {
    const platform = await MemoryPlatform.automatic();
    await platform.watchedRegions.watch((await platform.connection()).id, REGION);
    const id = await issueOf(platform, 'q1');
    platform.board.setStatus(id, 'done');
    platform.now += minutes * MINUTE;
    await findMissedChanges(platform);
    expect(platform.jobs).toHaveLength(expected === 'noted' ? 1 : 0);
  });

  test('an issue in a project that no watched connection serves is not noted', async () => {
    const platform = await MemoryPlatform.automatic();
    await platform.watchedRegions.watch((await platform.connection()).id, REGION);
    const id = await issueOf(platform, 'q1');
    platform.board.setStatus(id, 'done');
    platform.board.moveTo(id, 'UNSERVED');
    await findMissedChanges(platform);
    expect(platform.jobs).toEqual([]);
  });

  test('Jira is not asked where nothing is watched', async () => {
    const platform = await MemoryPlatform.automatic();
    await findMissedChanges(platform);
    expect(platform.jira.calls()).toBe(0);
  });
});
