/** A plan that the safety check refuses waits, for everybody to see, until a person has looked. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  await site.save(AUTO);
  await site.deployEvents();
  await site.rest();
}, 120_000);

afterAll(() => site.close());

const EVERYTHING = {
  keys: ['keys_rotated', 'keys_scoped', 'keys_audited'],
  doors: ['doors_shut', 'doors_watched'],
  runbooks: ['runbooks_written', 'runbooks_tried'],
} as const;

const TITLE = 'Rotate keys';

test('everything answered at once: no issue closes, and the link says what waits', async () => {
  for (const [question, SelectedChoices] of Object.entries(EVERYTHING)) {
    site.answer(question, { SelectedChoices });
  }
  await site.rest();
  const { automatic, latestRun } = await site.linked();
  const attention = {
    why: 'refused',
    runId: latestRun?.runId,
    message: '10 of 10 open work items would close at once',
  };
  expect(automatic).toMatchObject({ on: true, attention });
  expect(await site.statusOf(TITLE)).toBe('To Do');
});

test('the run that it names shows the plan, and what of it was done', async () => {
  const { automatic } = await site.linked();
  const run = { projectKey: 'WA', runId: automatic.attention?.runId };
  const { outcome } = await site.call('sync.run', run);
  expect(outcome).toMatchObject({ kind: 'applied', closed: 0, planned: { close: 10 } });
  expect(outcome?.refusal).toBe('10 of 10 open work items would close at once');
  const { changes } = await site.call('sync.plan', { ...run, page: 0 });
  expect(changes.filter(({ kind }) => kind === 'close')).toHaveLength(10);
});

test('further rounds change nothing either, and the notice stays', async () => {
  await site.answerInAws('keys', { Notes: 'Ask the locksmith.' });
  site.site.host.advanceClock(300_000);
  await site.rest();
  expect((await site.linked()).automatic.attention?.why).toBe('refused');
  expect(await site.statusOf(TITLE)).toBe('To Do');
});

test('a run of a person that the check refuses too leaves it, one that is confirmed takes it away', async () => {
  expect((await site.run()).kind).toBe('refused');
  expect((await site.linked()).automatic.attention?.why).toBe('refused');
  expect((await site.run({ confirm: true })).closed).toBe(10);
  expect((await site.linked()).automatic).toMatchObject({ on: true });
  expect(await site.statusOf(TITLE)).toBe('Done');
});

test('a review that was emptied waits too', async () => {
  site.site.aws.admin.emptyReview(site.workloadId, site.lensAlias);
  await site.rest();
  const message = '10 of 10 done work items would reopen at once';
  expect((await site.linked()).automatic).toMatchObject({ attention: { why: 'refused', message } });
  expect(await site.statusOf(TITLE)).toBe('Done');
});
