/** Many cards move at once, under limits of the platform that are scaled down with them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { openAutomaticSite } from './automatic-site';
import type { ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

const MINUTE_MS = 60_000;

const CARDS = ['Rotate keys', 'Scope keys', 'Audit the use of keys', 'Shut doors', 'Watch doors'] as const;
const ROUNDS = 20;

/** 2,000 moves meet 4,000 units of storage a minute: two for each move. */
const UNITS = 2 * CARDS.length * ROUNDS;

beforeAll(async () => {
  site = await openAutomaticSite();
}, 120_000);

afterAll(() => site.close());

test('none of their events is dropped, none is refused, and the notes tell how it ended', async () => {
  site.site.host.resetCharges();
  const { host } = site.site;
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const title of CARDS) await site.moveCard(title, round % 2 === 0 ? 'Done' : 'In Progress');
  await site.pass(0);
  const { storage } = host.charges();
  console.log(
    `${CARDS.length * ROUNDS} moves: ${storage.read.total} units read, ${storage.written.total} written.`,
  );
  expect(storage.read.total).toBeLessThanOrEqual(UNITS);
  expect(storage.written.total).toBeLessThanOrEqual(UNITS / 2);
  for (let minute = 0; minute < 5; minute += 1) await site.pass(MINUTE_MS);
  expect(readStatusBlock((await site.answerOf('keys')).Notes)).toMatchObject({ done: 3, total: 3 });
  expect(readStatusBlock((await site.answerOf('doors')).Notes)).toMatchObject({ done: 2, total: 2 });
  expect(host.charges().storage.refused).toBe(0);
});
