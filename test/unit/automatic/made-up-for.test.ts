/** What a run could not do, or was not let do, is made up for by another: soon, on the next day, or once it is mended. */
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { afterConnectionTest } from '../../../src/automatic/after-connection-test';
import { pollRegion } from '../../../src/automatic/poll-region';
import { continueRun } from '../../../src/runs/continue-run';
import { asReason } from '../../../src/reason';
import { UpstreamError } from '../../../src/upstream-error';
import { startOfWeek } from '../../../src/workload-day';
import { awsRefusal } from '../../builders/memory-answers';
import { MemoryPlatform, REGION, USER_ARN } from '../../builders/platform';
import { lens, pillar, practice, question, review, WORKLOAD_ARN } from '../../builders/review';
import { AUTOMATIC_SYNC, continued, SITE, SYNC } from '../runs/a-run';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(() => {
  for (const level of ['error', 'info', 'warn'] as const)
    jest.spyOn(console, level).mockReturnValue(undefined);
});

/** In automatic mode and synced, on the second day of its week. */
async function syncedOnce(...given: Parameters<typeof MemoryPlatform.automatic>): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.automatic(...given);
  platform.now = startOfWeek(WORKLOAD_ARN, platform.now) + DAY + HOUR;
  await continued(platform, AUTOMATIC_SYNC);
  follow(platform);
  return platform;
}

/** UpdatedAt as AWS has it after our writes, and after somebody else's so much later. */
function follow(platform: MemoryPlatform, later = 0): void {
  const { workload, lenses } = platform.aws.review;
  const updatedAt = Math.max(platform.aws.answers.updatedAt, workload.updatedAt) + later;
  platform.aws.answers.updatedAt = updatedAt;
  platform.aws.review = {
    workload: { ...workload, updatedAt },
    lenses: lenses.map((each) => ({ ...each, updatedAt })),
  };
}

/** Somebody deletes the app's block. */
function overwrite(platform: MemoryPlatform, ...questions: readonly string[]): void {
  for (const id of questions) platform.aws.answers.set(`main/${id}`, { notes: '' });
  follow(platform, 60_000);
}

const notesOf = (platform: MemoryPlatform, id: string) => platform.aws.answers.at(`main/${id}`).notes;

/** What is queued by one look at the Region. */
async function polled(platform: MemoryPlatform): Promise<number> {
  const { id: connectionId } = await platform.connection();
  platform.jobs.length = 0;
  await pollRegion({ connectionId, region: REGION }, SITE, platform);
  return platform.jobs.length;
}

async function watched(platform: MemoryPlatform) {
  const { id: connectionId } = await platform.connection();
  await platform.watchedRegions.watch(connectionId, REGION);
  await polled(platform);
  return { connectionId, region: REGION };
}

describe('a block that somebody deleted', () => {
  test('and that could not be written for now is written by the next run', async () => {
    const platform = await syncedOnce();
    platform.now += DAY;
    overwrite(platform, 'q1');
    platform.aws.answers.refusal = (call) =>
      call.startsWith('update main/q1') ? awsRefusal('500', true) : undefined;
    await continued(platform, { ...AUTOMATIC_SYNC, id: 'r2' });
    expect(notesOf(platform, 'q1')).toBe('');
    platform.aws.answers.refusal = () => undefined;
    await continued(platform, { ...AUTOMATIC_SYNC, id: 'r3' });
    expect(notesOf(platform, 'q1')).not.toBe('');
  });

  test('and that a run came to only after a pause is written then', async () => {
    const platform = await syncedOnce();
    platform.now += DAY;
    overwrite(platform, 'q1', 'q2');
    const wait = { service: 'aws', code: '429', retryable: true, retryAfterSeconds: 60 } as const;
    platform.aws.answers.refusal = (call) =>
      call.startsWith('update main/q2') ? new UpstreamError(asReason('Wait.'), wait) : undefined;
    expect((await continued(platform, { ...AUTOMATIC_SYNC, id: 'r2' })).state).toBe('waiting');
    platform.aws.answers.refusal = () => undefined;
    follow(platform);
    platform.now += 61_000;
    await continueRun({ runId: 'r2' }, SITE, platform);
    expect(notesOf(platform, 'q2')).not.toBe('');
  });

  test('in manual mode, and that could not be written for now, is written when a person syncs again', async () => {
    const platform = await MemoryPlatform.linked();
    await continued(platform);
    follow(platform);
    platform.now += DAY;
    overwrite(platform, 'q1');
    platform.aws.answers.refusal = (call) =>
      call.startsWith('update main/q1') ? awsRefusal('500', true) : undefined;
    await continued(platform, { ...SYNC, id: 'r2' });
    platform.aws.answers.refusal = () => undefined;
    await continued(platform, { ...SYNC, id: 'r3' });
    expect(notesOf(platform, 'q1')).not.toBe('');
  });
});

describe('what AWS refuses the role', () => {
  test('waits for a person, and is tried once a day and when the connection was tested', async () => {
    const platform = await syncedOnce();
    const place = await watched(platform);
    overwrite(platform, 'q1');
    platform.now += DAY;
    platform.aws.answers.refusal = (call) =>
      call.startsWith('update') ? awsRefusal('AccessDeniedException') : undefined;
    await continued(platform, { ...AUTOMATIC_SYNC, id: 'r2' });
    expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({
      why: 'failed',
      reasons: [{ code: 'answer-failed' }],
    });
    await polled(platform);
    platform.jobs.length = 0;
    await afterConnectionTest(place, SITE, platform);
    expect(platform.jobs).toHaveLength(1);
    platform.now += DAY;
    expect(await polled(platform)).toBe(1);
    platform.aws.answers.refusal = () => undefined;
    await continued(platform, { ...AUTOMATIC_SYNC, id: 'r3' });
    expect(await platform.attention.get(WORKLOAD_ARN)).toBeUndefined();
    expect(notesOf(platform, 'q1')).not.toBe('');
  });

  test('to read counts as unread, and a question that an event named stays named', async () => {
    const platform = await syncedOnce();
    platform.now += DAY;
    await platform.namedQuestions.add(WORKLOAD_ARN, 'q1', platform.now);
    overwrite(platform, 'q1');
    platform.now += 1000;
    platform.aws.answers.refusal = (call) =>
      call.startsWith('read') ? awsRefusal('AccessDeniedException') : undefined;
    await continued(platform, { ...AUTOMATIC_SYNC, id: 'r2' });
    expect(await platform.watermarks.leftNotes(WORKLOAD_ARN)).toBe(true);
    expect(await platform.namedQuestions.of(WORKLOAD_ARN)).toEqual(['q1']);
  });
});

test.each([1, 25])(
  'a Region whose connection cannot be used for %d hours is watched again afterwards',
  async (hours) => {
    const platform = await syncedOnce();
    await watched(platform);
    const key = await platform.accessKeys.get('aws');
    if (key === undefined) throw new Error('There is no key');
    await platform.accessKeys.delete('aws');
    platform.now += hours * HOUR;
    expect(await polled(platform)).toBe(0);
    const secret = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'a secret' };
    await platform.accessKeys.save('aws', { ...secret, principalArn: USER_ARN });
    platform.now += DAY;
    expect(await polled(platform)).toBe(1);
  },
);

test('a lens of which all notes were read counts as read, however many others have', async () => {
  const of = (alias: string) => {
    const questions = Array.from({ length: 160 }, (_, nth) =>
      question(`${alias}${nth}`, 'HIGH', [practice(`${alias}p${nth}`)]),
    );
    return lens(alias, [pillar('Security', questions)]);
  };
  const platform = await syncedOnce({}, review([of('a'), of('b')]));
  const reads: number[] = [];
  for (const id of ['w1', 'w2', 'w3']) {
    platform.now += id === 'w1' ? 7 * DAY : HOUR;
    platform.aws.answers.asked.length = 0;
    await continued(platform, { ...AUTOMATIC_SYNC, id });
    reads.push(platform.aws.answers.asked.filter((call) => call.startsWith('read')).length);
  }
  expect(reads).toEqual([300, 160, 0]);
}, 60_000);
