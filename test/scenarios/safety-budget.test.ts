/** What came bit by bit within a day is judged together, waits for everybody to see, and is put back by one run. */
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

const KEYS = ['How do you keep keys?', 'Rotate keys', 'Scope keys', 'Audit the use of keys'];

async function statuses(titles: readonly string[]): Promise<readonly string[]> {
  return Promise.all(titles.map((title) => site.statusOf(title)));
}

test('one question is answered, and its issues close; with the others it is too much', async () => {
  site.answer('keys', { SelectedChoices: ['keys_rotated', 'keys_scoped', 'keys_audited'] });
  await site.rest();
  expect(await statuses(KEYS)).toEqual(['Done', 'Done', 'Done', 'Done']);
  site.answer('doors', { SelectedChoices: ['doors_shut', 'doors_watched'] });
  site.answer('runbooks', { SelectedChoices: ['runbooks_written', 'runbooks_tried'] });
  await site.rest();
  expect(await site.statusOf('Shut doors')).toBe('To Do');
  const { attention } = (await site.linked()).automatic;
  expect(attention?.why).toBe('refused');
  expect(attention?.message).toBe(
    '6 open work items would close, after 4 within 24 hours: together more than half of the 10 there were then',
  );
});

test('what was done is listed', async () => {
  const workload = { projectKey: 'WA', workloadArn: site.workloadArn };
  const { kinds } = await site.call('workload.recentChanges', workload);
  expect(kinds).toMatchObject([{ kind: 'issuesClosed', count: 4, isPutBack: true, more: 0 }]);
  expect(kinds[0]?.changes.map(({ title }) => title).sort()).toEqual([...KEYS].sort());
});

test('one run puts back what was done, and nothing follows before a person confirms it', async () => {
  const outcome = await site.run({ putBack: true });
  expect(outcome).toMatchObject({ kind: 'applied', reopened: 4, failed: [], notices: [] });
  site.site.host.advanceClock(3_600_000);
  await site.rest();
  expect(await statuses(KEYS)).toEqual(['To Do', 'To Do', 'To Do', 'To Do']);
  expect((await site.linked()).automatic.attention?.why).toBe('refused');
  expect((await site.run({ confirm: true })).closed).toBe(10);
  expect(await statuses(KEYS)).toEqual(['Done', 'Done', 'Done', 'Done']);
  expect((await site.linked()).automatic).toEqual({ on: true, starts: 'automatic' });
});
