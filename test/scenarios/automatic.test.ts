/** Automatic mode, both ways, with nobody pressing a button. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  await site.save(AUTO);
  await site.rest();
}, 120_000);

afterAll(() => site.close());

describe('from Jira', () => {
  test('a card that is moved changes the notes, with at most 4 calls and one UpdateAnswer', async () => {
    site.site.clearRequests();
    await site.moveCard('Rotate keys', 'Done');
    await site.rest();
    expect(readStatusBlock((await site.answerOf('keys')).Notes)).toMatchObject({ done: 1, total: 3 });
    expect(site.appCalls().length).toBeLessThanOrEqual(4);
    expect(site.appCalls().filter((call) => call === 'UpdateAnswer')).toHaveLength(1);
  });

  test('cards that are moved together are one write', async () => {
    site.site.clearRequests();
    await site.moveCard('Scope keys', 'In Progress');
    await site.moveCard('Audit the use of keys', 'Done');
    await site.moveCard('Scope keys', 'Done');
    await site.rest();
    expect(readStatusBlock((await site.answerOf('keys')).Notes)).toMatchObject({ done: 3 });
    expect(site.appCalls().filter((call) => call === 'UpdateAnswer')).toHaveLength(1);
  });
});
