/** Automatic mode without EventBridge: a look at AWS every five minutes finds what changed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  await site.save(AUTO);
  await site.rest();
}, 120_000);

afterAll(() => site.close());

beforeEach(() => site.site.clearRequests());

async function nextPoll(): Promise<void> {
  site.site.host.advanceClock(5 * MINUTE_MS);
  await site.rest();
}

/** A poll that finds nothing. */
const NOTHING_NEW = ['ListWorkloads'];

describe('a poll', () => {
  test('takes what the first round read for no news', async () => {
    await nextPoll();
    expect(site.appCalls()).toContain('ListWorkloads');
    expect(site.appCalls()).not.toContain('ListAnswers');
  });

  test('finds an answer that a person changed, and the Sub-task follows', async () => {
    await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
    await site.rest();
    expect(await site.statusOf('Rotate keys')).toBe('To Do');
    await nextPoll();
    expect(await site.statusOf('Rotate keys')).toBe('Done');
    expect(site.appCalls().filter((call) => call === 'UpdateAnswer')).toHaveLength(1);
  });

  test('takes what that round read and wrote for no news', async () => {
    await nextPoll();
    expect(site.appCalls()).toEqual(NOTHING_NEW);
  });

  test('takes the notes that a moved card changed for no news', async () => {
    await site.moveCard('Shut doors', 'In Progress');
    await site.rest();
    expect(site.appCalls()).toContain('UpdateAnswer');
    site.site.clearRequests();
    await nextPoll();
    expect(site.appCalls()).toEqual(NOTHING_NEW);
  });

  test('finds what a person changed beside those notes', async () => {
    await site.moveCard('Shut doors', 'Done');
    await site.rest();
    site.site.host.advanceClock(MINUTE_MS);
    await site.answerInAws('runbooks', { SelectedChoices: ['runbooks_tried'] });
    await nextPoll();
    expect(await site.statusOf('Try runbooks')).toBe('Done');
  });

  test('that fails is made up for by the next', async () => {
    await nextPoll();
    site.site.clearRequests();
    await site.answerInAws('runbooks', { SelectedChoices: [] });
    site.site.aws.admin.failNext({ operation: 'ListWorkloads', code: 'AccessDeniedException', status: 403 });
    await nextPoll();
    expect(site.appCalls()).toEqual(NOTHING_NEW);
    expect(await site.statusOf('Try runbooks')).toBe('Done');
    await nextPoll();
    expect(await site.statusOf('Try runbooks')).not.toBe('Done');
  });
});

describe('once a week', () => {
  test('each workload is read as a whole, and then not until the next week', async () => {
    await nextPoll();
    site.site.clearRequests();
    site.site.host.advanceClock(7 * DAY_MS);
    await site.rest();
    expect(site.appCalls().filter((call) => call === 'ListAnswers')).toHaveLength(1);
    site.site.clearRequests();
    await nextPoll();
    await nextPoll();
    expect(site.appCalls().filter((call) => call === 'ListAnswers')).toEqual([]);
    site.site.host.advanceClock(DAY_MS);
    await site.rest();
    expect(site.appCalls().filter((call) => call === 'ListAnswers')).toEqual([]);
  });

  test('so that a change is found that neither UpdatedAt nor risk counts tell of', async () => {
    const workloads = site.site.store.table<object>('aws.workloads');
    const before = workloads.get(site.workloadId) ?? {};
    site.answer('keys', { SelectedChoices: ['keys_rotated', 'keys_audited'] });
    workloads.set(site.workloadId, before);
    await nextPoll();
    expect(await site.statusOf('Audit the use of keys')).toBe('To Do');
    site.site.host.advanceClock(7 * DAY_MS);
    await site.rest();
    expect(await site.statusOf('Audit the use of keys')).toBe('Done');
  });
});
