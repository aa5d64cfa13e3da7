/** A run goes on with approvals that fit nothing of its plan, as those of an earlier version of the app. */
import { expect, test } from '@jest/globals';
import { practice, question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';

test('what is left undone is not taken for seen: the next run finds it', async () => {
  const site = new Site(smallReview(question('q1', 'HIGH', [practice('p1')])));
  const end = await site.sync({ approved: new Set(['another version']) });
  expect([end.kind, end.isIncomplete, end.sawAll]).toEqual(['applied', true, undefined]);
  const next = await site.sync();
  expect([next.isIncomplete, next.created.tasks, next.created.subtasks]).toEqual([false, 1, 1]);
});
