/** A card that is done selects its best practice, and nothing more is asked than that takes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { statusIdOf } from './choices-resolutions';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  const implemented = [{ statusId: await statusIdOf(site, 'Done') }];
  await site.save({ ...AUTO, resolveSelects: { implemented, notApplicable: [] } });
  await site.rest();
}, 120_000);

afterAll(() => site.close());

/** Everything that the app asks Jira and AWS for, credentials included. */
function calls(): readonly string[] {
  return site.site
    .requests()
    .filter(({ via }) => via === 'app')
    .map(({ operation }) => operation);
}

test('where AWS rates the question as before, it ends with what UpdateAnswer answered: 8 calls at most', async () => {
  const { Risk: before } = await site.answerOf('keys');
  site.site.clearRequests();
  await site.moveCard('Audit the use of keys', 'Done');
  await site.rest();
  process.stdout.write(`A card that selects a best practice: ${calls().join(', ')}\n`);
  const after = await site.answerOf('keys');
  expect([after.Risk, after.SelectedChoices]).toEqual([before, ['keys_audited']]);
  expect(after.Notes).toContain('1 of 3 Sub-tasks done');
  expect(calls().length).toBeLessThanOrEqual(8);
  expect(calls().filter((call) => call === 'UpdateAnswer')).toHaveLength(1);
});

test('where AWS rates it anew, a run of the whole workload tells its issues the new risk', async () => {
  await site.moveCard('Rotate keys', 'Done');
  await site.rest();
  expect((await site.answerOf('keys')).Risk).toBe('MEDIUM');
  const { properties } = await site.issue('Scope keys');
  expect(properties['well-architected']).toMatchObject({ risk: 'MEDIUM' });
});

test('where nothing of it is at risk any more, its Task closes', async () => {
  await site.moveCard('Scope keys', 'Done');
  await site.rest();
  expect((await site.answerOf('keys')).Risk).toBe('NONE');
  expect(await site.statusOf('How do you keep keys?')).toBe('Done');
});
