/** Changes that lost their jobs: both sides agree soon after the trouble's end, and nobody asked. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

const MINUTE_MS = 60_000;

beforeAll(async () => {
  site = await openReviewedSite({ fastForward: false });
  await site.run();
  await site.save(AUTO);
  await site.deployEvents();
  await live(15);
}, 120_000);

afterAll(() => site.close());

/** Minute by minute; how many it took until it was so. */
async function live(
  minutes: number,
  until: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<number> {
  for (let minute = 1; minute <= minutes; minute += 1) {
    await site.pass(MINUTE_MS);
    if (await until()) return minute;
  }
  return minutes;
}

const isDone = (title: string) => async () => (await site.statusOf(title)) === 'Done';

describe('a queue that loses what it took', () => {
  test.each<[string, () => Promise<unknown>, () => Promise<boolean>]>([
    [
      'a card that moved',
      () => site.moveCard('Rotate keys', 'Done'),
      async () => readStatusBlock((await site.answerOf('keys')).Notes)?.done === 1,
    ],
    [
      'an answer that changed',
      () => site.answerInAws('doors', { SelectedChoices: ['doors_shut'] }),
      isDone('Shut doors'),
    ],
  ])('%s is on the other side within half an hour of its end', async (_, change, until) => {
    site.site.host.setQueueFaults({ lose: 1 });
    await change();
    await live(5);
    expect(await until()).toBe(false);
    site.site.host.setQueueFaults({});
    expect(await live(31, until)).toBeLessThan(31);
  });
});
