/** Somebody overwrites a question's notes while nobody presses a button: the block comes back, and how soon. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

const HOUR = 3_600_000;
const THEIRS = 'Replaced by a person.';

let site: ReviewedSite;
afterEach(() => site.close());

/** After a first sync; the clock moves by hand. */
async function begin(): Promise<void> {
  site = await openReviewedSite({ fastForward: false });
  await site.run();
  await site.save(AUTO);
}

async function overwrite(): Promise<void> {
  await site.answerInAws('keys', { Notes: THEIRS });
  expect(await hasBlock()).toBe(false);
}

async function hasBlock(): Promise<boolean> {
  const { Notes = '' } = await site.answerOf('keys');
  expect(Notes.startsWith(THEIRS)).toBe(true);
  return readStatusBlock(Notes) !== undefined;
}

function answersRead(): number {
  return site.appCalls().filter((call) => call === 'GetAnswer').length;
}

/** Hours until the block is back, by quarters. */
async function hoursUntilBack(most: number): Promise<number> {
  for (let passed = 0; passed <= most; passed += 0.25) {
    if (await hasBlock()) return passed;
    await site.pass(HOUR / 4);
  }
  return Infinity;
}

describe('an overwritten block', () => {
  test('is back after the quiet time where EventBridge named the question', async () => {
    await begin();
    await site.deployEvents();
    await site.pass(2 * HOUR);
    await overwrite();
    site.site.clearRequests();
    expect(await hoursUntilBack(2)).toBeLessThanOrEqual(0.5);
    expect(answersRead()).toBeGreaterThan(0);
    // By the run that writes it, and by one that the poll may start beside it; all that have a block would be more.
    expect(answersRead()).toBeLessThanOrEqual(3);
    site.site.clearRequests();
    await site.pass(2 * HOUR);
    expect(answersRead()).toBe(0);
  }, 120_000);

  test.each([1, 14])(
    'is back within a day without it, overwritten %i hours after a sync',
    async (hours) => {
      await begin();
      await site.pass(hours * HOUR);
      await overwrite();
      expect(await hoursUntilBack(30)).toBeLessThanOrEqual(24.5);
    },
    300_000,
  );
});
