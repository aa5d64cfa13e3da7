/** What watching a thousand workloads costs, of one account and Region. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { createWatermarkStore } from '../../src/automatic/watermark-store';
import { linkMany, storageOf } from './linked-many';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

const WORKLOADS = 1000;
const POLL_MS = 300_000;
/** The default quiet time, and a little. */
const QUIET_MS = 125_000;

let site: ReviewedSite;
let arns: readonly string[];

beforeAll(async () => {
  // What the app reads of storage for a thousand linked workloads is more than there is in a minute, or a second.
  const limits = { storage: Infinity, 'storage-second': Infinity };
  site = await openReviewedSite({ fastForward: false, limits });
  await site.run();
  await site.rest();
  await linkAsRun();
  const { settings } = await site.call('siteSettings.get', {}, JIRA_ADMIN);
  const automatic = { ...settings, issueManagementType: 'AUTO' };
  await site.call('siteSettings.save', { settings: automatic }, JIRA_ADMIN);
  for (let poll = 0; poll < 3; poll += 1) await site.pass(POLL_MS);
}, 240_000);

afterAll(() => site.close());

/**
 * Links and leaves behind what a thousand calls of `workload.link` and as many first runs would: in the app's own
 * storage, by its own stores. Half an hour of runs is no part of the question.
 */
async function linkAsRun(): Promise<void> {
  const watermarks = createWatermarkStore(storageOf(site));
  const many = await linkMany(site, WORKLOADS - 1);
  const riskCounts = { UNANSWERED: 3, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };
  for (const { arn, updatedAt } of many) await watermarks.sawAll(arn, updatedAt, riskCounts);
  arns = many.map(({ arn }) => arn);
}

test('all of them are linked and in automatic mode', async () => {
  const { workloads } = await site.call('workload.linked', { projectKey: 'WA' });
  expect(workloads.filter(({ automatic }) => automatic.on)).toHaveLength(WORKLOADS);
});

test('one poll with nothing changed costs at most 25 AWS calls and no Jira call', async () => {
  await toNextPoll();
  const calls = site.site.requests().filter(({ via }) => via === 'app');
  const jira = calls.filter(({ service }) => service === 'jira').length;
  const aws = calls.length - jira;
  console.log(`Poll of 1,000 linked workloads with nothing changed: ${aws} AWS calls, ${jira} Jira calls.`);
  expect(calls.filter(({ operation }) => operation === 'ListWorkloads')).toHaveLength(pages());
  expect(aws).toBeLessThanOrEqual(25);
  expect(jira).toBe(0);
});

test('and one changed answer among them all is found', async () => {
  const arn = arns[776] ?? '';
  const id = arn.split('/').pop() ?? '';
  site.site.aws.admin.setAnswer(id, site.lensAlias, 'keys', { SelectedChoices: ['keys_no'] });
  const before = site.site.host.emitted().length;
  await toNextPoll();
  const queued = site.site.host
    .emitted()
    .slice(before)
    .filter(({ kind }) => kind === 'event');
  const changes = queued.filter(({ text }) => text.includes('"change"') && text.includes(arn));
  expect(changes).toHaveLength(1);
});

/** Of 50, ListWorkloads' most. */
function pages(): number {
  return Math.ceil(site.site.aws.admin.workloads().length / 50);
}

/** What polls before have queued is done first: the reads that are due for the day. */
async function toNextPoll(): Promise<void> {
  do await site.pass(QUIET_MS);
  while (site.site.host.queueCounts().waiting > 0);
  site.site.clearRequests();
  await site.pass(POLL_MS);
}
