/** Events of Jira as Forge delivers them: doubled, in another order, late, and sometimes never. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  await site.save(AUTO);
  await site.rest();
  site.site.host.advanceClock(HOUR_MS);
  await site.rest();
}, 120_000);

afterAll(() => site.close());

beforeEach(() => site.site.clearRequests());

const HOUR_MS = 3_600_000;

function writes(): number {
  return site.appCalls().filter((call) => call === 'UpdateAnswer').length;
}

describe('a burst of moves, each told twice and in no order', () => {
  /** Within the quiet time, the burst is one; up to Forge's three minutes late, stragglers may follow. */
  test.each([1, 2, 3, 4])('ends in the block that is true, with one write (seed %i)', async (seed) => {
    site.site.host.setEventFaults({ duplicate: true, reorder: true, delayMs: 60_000, seed });
    for (const status of ['In Progress', 'Done', 'To Do', seed % 2 === 0 ? 'To Do' : 'Done'])
      for (const title of ['Rotate keys', 'Scope keys', 'Audit the use of keys'])
        if ((await site.statusOf(title)) !== status) await site.moveCard(title, status);
    await site.rest();
    const done = seed % 2 === 0 ? 0 : 3;
    expect(readStatusBlock((await site.answerOf('keys')).Notes)).toMatchObject({ done, total: 3 });
    expect(writes()).toBe(1);
  });

  test('events that are minutes late cost looks, and no further write', async () => {
    site.site.host.setEventFaults({ duplicate: true, reorder: true });
    await site.moveCard('Shut doors', 'In Progress');
    await site.moveCard('Watch doors', 'In Progress');
    await site.moveCard('Shut doors', 'Done');
    await site.rest();
    expect(readStatusBlock((await site.answerOf('doors')).Notes)).toMatchObject({ done: 1, total: 2 });
    expect(writes()).toBe(1);
  });
});

test('events that never come are caught by the hourly look', async () => {
  site.site.host.setEventFaults({ lose: 1 });
  await site.moveCard('Write runbooks', 'Done');
  await site.rest();
  expect(readStatusBlock((await site.answerOf('runbooks')).Notes)).toMatchObject({ done: 0, total: 2 });
  const before = site.site.host.emitted().length;
  site.site.host.advanceClock(HOUR_MS);
  await site.rest();
  expect(readStatusBlock((await site.answerOf('runbooks')).Notes)).toMatchObject({ done: 1, total: 2 });
  expect(writes()).toBe(1);
  const queued = site.site.host
    .emitted()
    .slice(before)
    .filter(({ kind }) => kind === 'event');
  expect(queued.filter(({ text }) => /"direction":"jira".*"question":"runbooks"/u.test(text))).not.toEqual(
    [],
  );
  expect(site.appCalls()).not.toContain('ListAnswers');
});

describe('issues that go away', () => {
  beforeAll(() => site.site.host.setEventFaults({ duplicate: true }));

  test('a deleted Sub-task leaves the block', async () => {
    const { key } = await site.issue('Watch doors');
    site.site.jira.admin.deleteIssue(key);
    await site.rest();
    const { Notes } = await site.answerOf('doors');
    expect(readStatusBlock(Notes)).toMatchObject({ done: 1, total: 1 });
    expect(Notes).not.toContain(key);
  });

  test('a Task with its Sub-tasks that moves to another served project keeps its block, under its new key', async () => {
    const { key } = await site.issue('How do you run the workload?');
    const moved = site.site.jira.admin.moveIssue(key, 'KAN');
    await site.rest();
    const { Notes } = await site.answerOf('runbooks');
    expect(moved.key).toMatch(/^KAN-/u);
    expect(Notes).toContain(moved.key);
    expect(readStatusBlock(Notes)).toMatchObject({ done: 1, total: 2 });
  });

  test('where it goes on being worked on', async () => {
    await site.moveCard('Try runbooks', 'Done');
    await site.rest();
    expect(readStatusBlock((await site.answerOf('runbooks')).Notes)).toMatchObject({ done: 2, total: 2 });
  });

  test('one that moves to a project that is not served is told no more, and people are told why', async () => {
    site.site.jira.admin.createProject({ key: 'FAR', name: 'Not served' });
    const before = (await site.answerOf('keys')).Notes;
    const { key } = await site.issue('How do you keep keys?');
    const moved = site.site.jira.admin.moveIssue(key, 'FAR');
    await site.rest();
    await site.moveCard('Rotate keys', 'Done');
    await site.rest();
    expect((await site.answerOf('keys')).Notes).toBe(before);
    expect(before).not.toContain(moved.key);
    const { conflicts } = await site.run();
    expect(conflicts).toContainEqual(expect.objectContaining({ key: moved.key, code: 'moved-away' }));
  });
});
