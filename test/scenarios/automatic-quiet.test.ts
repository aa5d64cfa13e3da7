/** Automatic mode while people review: what they are at is left alone until it has been still for two minutes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

const MINUTE_MS = 60_000;

beforeAll(async () => {
  site = await openReviewedSite({ fastForward: false });
  await site.run();
  await site.save(AUTO);
  await site.rest();
  await site.deployEvents();
  await site.pass(5 * MINUTE_MS);
  await site.pass(3 * MINUTE_MS);
}, 120_000);

afterAll(() => site.close());

/** Every minute another practice of one question, and another status of another question's card. */
async function work(minute: number): Promise<void> {
  const isEven = minute % 2 === 0;
  await site.answerInAws('keys', { SelectedChoices: [isEven ? 'keys_rotated' : 'keys_scoped'] });
  await site.moveCard('Write runbooks', isEven ? 'In Progress' : 'Done');
}

describe('a session of ten minutes, polls and events on', () => {
  const blocks: unknown[] = [];
  const statuses: string[] = [];

  beforeAll(async () => {
    site.site.clearRequests();
    for (let minute = 0; minute < 10; minute += 1) {
      await work(minute);
      if (minute === 1) await site.answerInAws('doors', { SelectedChoices: ['doors_shut'] });
      await site.pass(MINUTE_MS);
      statuses.push(await site.statusOf('Shut doors'));
      blocks.push(await blockOf('keys'), await blockOf('runbooks'));
      blocks.push(await site.statusOf('Rotate keys'), await site.statusOf('Scope keys'));
    }
  }, 60_000);

  test('what people are at is not touched on either side', () => {
    expect(new Set(blocks.map((block) => JSON.stringify(block)))).toEqual(
      new Set([{ done: 0, total: 3 }, { done: 0, total: 2 }, 'To Do'].map((block) => JSON.stringify(block))),
    );
  });

  test('a question that has been still for two minutes is, meanwhile', () => {
    expect(statuses.slice(0, 2)).toEqual(['To Do', 'To Do']);
    expect(statuses.slice(3)).toEqual(Array.from({ length: 7 }, () => 'Done'));
  });

  test('afterwards each gets what it came to, with one write', async () => {
    site.site.clearRequests();
    await site.pass(3 * MINUTE_MS);
    expect(await site.statusOf('Rotate keys')).toBe('To Do');
    expect(await site.statusOf('Scope keys')).toBe('Done');
    expect([await blockOf('keys'), await blockOf('runbooks')]).toEqual([
      { done: 1, total: 3 },
      { done: 1, total: 2 },
    ]);
    expect(site.appCalls().filter((call) => call === 'UpdateAnswer')).toHaveLength(2);
  });
});

async function blockOf(question: string): Promise<unknown> {
  const block = readStatusBlock((await site.answerOf(question)).Notes);
  return block && { done: block.done, total: block.total };
}
