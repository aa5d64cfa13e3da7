/** Automatic mode, both ways, with nobody pressing a button. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readBlock } from '../../src/notes/read-block';
import { answerOf, moveCard, notesOf, openSmall, type SmallReview } from './small-review';

let review: SmallReview;

beforeAll(async () => {
  review = await openSmall();
  await review.sync();
  await review.saveSettings({ issueManagementStatus: 'ENABLED', issueManagementType: 'AUTO' });
  await review.rest();
}, 120_000);

afterAll(() => review.close());

describe('from Jira', () => {
  test('a card that is moved changes the notes after the quiet time, with at most 4 calls and one UpdateAnswer', async () => {
    const [card] = await review.cards('q1');
    review.site.clearRequests();
    await moveCard(review, card!, 'Done');
    await review.rest();
    expect(readBlock(notesOf(review, 'q1'))).toMatchObject({ done: 1 });
    console.log(review.appCalls().join('\n'));
    expect(review.appCalls().length).toBeLessThanOrEqual(4);
    expect(review.appCalls().filter((call) => call === 'UpdateAnswer')).toHaveLength(1);
  });
});
