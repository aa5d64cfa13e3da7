/** AWS's clock is a day ahead of everybody's: quiet time is measured on the clock that says when an answer changed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

beforeAll(async () => {
  site = await openReviewedSite({ fastForward: false });
  await site.run();
  await site.save(AUTO);
  await site.pass(5 * MINUTE_MS);
  await site.pass(3 * MINUTE_MS);
}, 120_000);

afterAll(() => site.close());

test.each([
  ['ahead', DAY_MS, 'keys_rotated', 'Rotate keys'],
  ['behind', -DAY_MS, 'keys_scoped', 'Scope keys'],
])('a day %s: an answer that a poll finds is in Jira after the quiet time', async (_, ms, choice, title) => {
  site.site.aws.admin.skewClock(ms);
  site.answer('keys', { SelectedChoices: [choice] });
  await site.pass(5 * MINUTE_MS);
  expect(await site.statusOf(title)).toBe('To Do');
  await site.pass(3 * MINUTE_MS);
  await site.pass(3 * MINUTE_MS);
  expect(await site.statusOf(title)).toBe('Done');
});
