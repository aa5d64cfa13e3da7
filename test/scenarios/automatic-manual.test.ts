/** MANUAL: neither side changes outside a run that a person starts. DISABLED: not even then. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  await site.deployEvents();
}, 120_000);

afterAll(() => site.close());

test('MANUAL: events of both sides, polls and the hourly look change nothing on either', async () => {
  expect((await site.linked()).automatic).toMatchObject({ on: false });
  site.site.clearRequests();
  await site.moveCard('Shut doors', 'Done');
  await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
  for (let minutes = 0; minutes <= 120; minutes += 5) {
    site.site.host.advanceClock(5 * 60_000);
    await site.rest();
  }
  expect(site.appCalls()).toEqual([]);
  expect(site.site.aws.events.attempts().map(({ verdict }) => verdict.kind)).toEqual(['delivered']);
  expect(await site.statusOf('Rotate keys')).toBe('To Do');
}, 60_000);

test('a run that a person starts then does both directions', async () => {
  const outcome = await site.run();
  expect([outcome.closed, outcome.notesWritten]).toEqual([1, 2]);
  expect(await site.statusOf('Rotate keys')).toBe('Done');
  expect(readStatusBlock((await site.answerOf('doors')).Notes)).toMatchObject({ done: 1, total: 2 });
});

test('DISABLED: a run is refused, and nothing begins by itself', async () => {
  await site.save({ issueManagementStatus: 'DISABLED', issueManagementType: 'AUTO' });
  expect((await site.linked()).automatic).toMatchObject({ on: false });
  await expect(site.run()).rejects.toThrow(/switched off in the settings/u);
  site.site.clearRequests();
  await site.answerInAws('keys', { SelectedChoices: ['keys_no'] });
  await site.moveCard('Shut doors', 'In Progress');
  site.site.host.advanceClock(3_600_000);
  await site.rest();
  expect(site.appCalls()).toEqual([]);
});
