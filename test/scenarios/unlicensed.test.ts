/** What a site sees whose licence is not active: all of it can be read, and nothing syncs. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;
beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  await site.save(AUTO);
  await site.rest();
}, 120_000);
afterAll(() => site.close());

const blockOf = async () => (await site.answerOf('keys')).Notes;

test('without an active licence a sync is refused in words, and previews, settings and the log stay open', async () => {
  site.site.host.setLicense(false);
  await expect(site.run()).rejects.toThrow(/licence of the app for this site is not active/);
  expect((await site.run({ mode: 'preview' })).kind).toBe('previewed');
  await site.save(AUTO);
  expect((await site.call('projectAudit.list', { projectKey: 'WA' })).entries.length).toBeGreaterThan(0);
});

test('a milestone is refused in the same words, before AWS is asked, and those that there are stay readable', async () => {
  const ref = { projectKey: 'WA', workloadArn: site.workloadArn };
  const name = 'Without a licence';
  site.site.clearRequests();
  await expect(site.call('milestone.save', { ...ref, name, token: 'first' })).rejects.toThrow(
    /licence of the app for this site is not active.*no milestone is saved/,
  );
  expect(site.appCalls().filter((call) => call.endsWith('Milestone'))).toEqual([]);
  expect((await site.call('milestone.list', ref)).milestones).toEqual([]);
});

test('automatic mode rests: a moved card changes nothing in AWS', async () => {
  const before = await blockOf();
  await site.moveCard('Rotate keys', 'In Progress');
  await site.rest();
  expect(await blockOf()).toBe(before);
});

test('with a licence again what was moved meanwhile is told, within the week at most', async () => {
  const before = await blockOf();
  site.site.host.setLicense(true);
  await site.pass(2 * 3_600_000);
  await site.rest();
  expect(await blockOf()).not.toBe(before);
  expect((await site.run()).kind).toBe('applied');
});
