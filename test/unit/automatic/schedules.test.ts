/** Schedules, and the events of issues that they make up for. */
import { describe, expect, jest, test } from '@jest/globals';
import { noteIssueChange } from '../../../src/automatic/note-change';
import { handlePendingChange } from '../../../src/automatic/pending-change';
import { requeueOverdueChanges } from '../../../src/automatic/overdue-changes';
import { queuePolls } from '../../../src/automatic/schedules';
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
  test('is a pending change of its question, whose settings its job reads', async () => {
    const platform = await MemoryPlatform.automatic({ quietSeconds: 45 });
    await noteIssueChange(await issueOf(platform, 'q1'), platform);
    expect(platform.jobs).toMatchObject([
      { change: { direction: 'jira', workloadArn: WORKLOAD_ARN, lens: LENS, question: 'q1' }, seconds: 30 },
    ]);
  });

  test.each<[string, (platform: MemoryPlatform) => Promise<string>]>([
    ['is not ours', () => Promise.resolve('10001')],
    ['is the Epic, of which notes tell nothing', (it) => issueOf(it)],
  ])('is no news where it %s', async (_, prepare) => {
    const platform = await MemoryPlatform.automatic();
    await noteIssueChange(await prepare(platform), platform);
    expect(platform.jobs).toEqual([]);
  });

  test('costs three keys of storage at most, and two where one of the same second is noted', async () => {
    const platform = await MemoryPlatform.automatic();
    const id = await issueOf(platform, 'q1');
    const keysOf = async () => {
      platform.changes.keys = 0;
      const { kvs } = platform;
      const reads = jest.spyOn(kvs, 'get');
      const { writes } = kvs;
      await noteIssueChange(id, platform);
      const plain = reads.mock.calls.length + kvs.writes - writes;
      reads.mockRestore();
      return platform.changes.keys + plain;
    };
    expect(await keysOf()).toBe(3);
    expect(await keysOf()).toBe(2);
    platform.now += 10_000;
    expect(await keysOf()).toBe(3);
  });

  test('of a workload in manual mode costs one job in a quarter of an hour', async () => {
    const platform = await MemoryPlatform.automatic();
    await platform.change({});
    const id = await issueOf(platform, 'q1');
    for (let minute = 0; minute < 14; minute += 1) {
      await noteIssueChange(id, platform);
      platform.now += MINUTE;
      for (const job of platform.jobs.splice(0, minute === 0 ? 1 : 0))
        if ('change' in job) await handlePendingChange(job.change, 'a-site', platform);
    }
    expect(platform.jobs).toHaveLength(1);
    expect(platform.queuedRuns()).toEqual([]);
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

describe('a change whose job does not come', () => {
  const CHANGE = { direction: 'aws', workloadArn: WORKLOAD_ARN, question: 'q1' } as const;

  test.each([
    // minutes since its job was to come
    [19, 0],
    [21, 1],
  ])('for %d minutes gets %d others, under another key of the queue', async (minutes, jobs) => {
    const platform = await MemoryPlatform.automatic();
    await platform.pendingChanges.add(CHANGE, 120);
    platform.jobs.length = 0;
    platform.now += 120_000 + minutes * MINUTE;
    await requeueOverdueChanges(platform);
    expect(platform.jobs).toEqual(
      Array.from({ length: jobs }, () => ({ change: { ...CHANGE, at: platform.now }, seconds: 0, lane: 1 })),
    );
    await requeueOverdueChanges(platform);
    expect(platform.jobs).toHaveLength(jobs);
  });

  test('and one that was dealt with gets none', async () => {
    const platform = await MemoryPlatform.automatic();
    await platform.pendingChanges.add(CHANGE, 120);
    platform.now += 120_000;
    const change = await platform.pendingChanges.open({ ...CHANGE, at: 0 });
    await platform.pendingChanges.handled(change!);
    platform.jobs.length = 0;
    platform.now += 60 * MINUTE;
    await requeueOverdueChanges(platform);
    expect(platform.jobs).toEqual([]);
  });
});
