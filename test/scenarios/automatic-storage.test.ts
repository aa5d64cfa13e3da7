/** What automatic mode costs of Forge's storage: moves of cards, the runs that they set off, and what the app wrote. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { openAutomaticSite } from './automatic-site';
import type { ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Past the schedule of an hour. */
beforeAll(async () => {
  site = await openAutomaticSite();
}, 120_000);

afterAll(() => site.close());

beforeEach(() => {
  site.site.clearRequests();
  site.site.host.resetCharges();
});

const operations = () => site.site.host.charges().storage.operations;

test('what the app wrote itself is no news to the hourly reconcile, which asks Jira once', async () => {
  await site.pass(HOUR_MS);
  expect(site.appCalls().filter((call) => call.includes('bulkfetch'))).toEqual([]);
  expect(site.appCalls()).toContain('POST /rest/api/3/search/jql');
  expect(site.site.host.queueCounts().waiting).toBe(0);
  await site.pass(5 * MINUTE_MS);
  await site.pass(5 * MINUTE_MS);
});

describe('a moved card', () => {
  test('costs three keys as an event, two where the question was noted a moment ago', async () => {
    await site.moveCard('Rotate keys', 'In Progress');
    await site.pass(0);
    const first = operations();
    await site.moveCard('Scope keys', 'In Progress');
    await site.pass(0);
    console.log(
      `A moved card: ${first} keys of storage, the next one of its question ${operations() - first}.`,
    );
    expect(first).toBe(3);
    expect(operations() - first).toBeLessThanOrEqual(3);
  });

  test('costs its run few more', async () => {
    await site.pass(30_000);
    site.site.host.resetCharges();
    await site.pass(2 * MINUTE_MS);
    expect(readStatusBlock((await site.answerOf('keys')).Notes)).toMatchObject({ total: 3 });
    expect(site.appCalls()).toContain('UpdateAnswer');
    console.log(`The run of a question that writes notes: ${operations()} keys of storage.`);
    expect(operations()).toBeLessThanOrEqual(30);
  });

  test('in manual mode costs three jobs in a quarter of an hour at most, where each meets a move', async () => {
    await site.save({ issueManagementStatus: 'ENABLED', issueManagementType: 'MANUAL' });
    site.site.clearRequests();
    const before = site.site.host.emitted().length;
    for (const status of ['Done', 'To Do', 'Done', 'To Do', 'In Progress']) {
      await site.moveCard('Shut doors', status);
      await site.pass(MINUTE_MS);
    }
    expect(site.appCalls().filter((call) => call !== 'ListWorkloads')).toEqual([]);
    const queued = site.site.host.emitted().slice(before);
    const jobs = queued.filter(({ kind, text }) => kind === 'event' && text.includes('"direction":"jira"'));
    expect(jobs.length).toBeGreaterThan(0);
    expect(jobs.length).toBeLessThanOrEqual(3);
  });
});
