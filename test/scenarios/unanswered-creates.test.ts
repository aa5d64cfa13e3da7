/** Creates that Jira does not answer, on the local site: a run tells what is missing and ends, in both modes. */
import { afterEach, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

const BULK = 'POST /rest/api/3/issue/bulk';
const HOUR = 3_600_000;
/** Issues of the small review. */
const ALL = 11;

let site: ReviewedSite;
afterEach(() => site.close());

/** Jira's gateway gives up on creates, and nothing comes of them. */
function gatewayGivesUp(times: number): void {
  site.site.jira.admin.failNext({ operation: BULK, status: 504, times });
}

const creates = () => site.appCalls().filter((call) => call === BULK).length;
const counted = ({ created }: { created: Record<string, number> }) =>
  Object.values(created).reduce((sum, each) => sum + each);

async function linked(): Promise<void> {
  site = await openReviewedSite();
  await site.link(site.workloadArn);
}

test('for ever: the run ends with what is missing, and the next one makes it', async () => {
  await linked();
  gatewayGivesUp(3);
  const end = await site.run();
  expect([end.kind, counted(end), creates()]).toEqual(['applied', 0, 3]);
  expect(end.failed.map(({ code }) => code)).toEqual([
    'create-lost',
    ...Array<string>(ALL - 1).fill('parent-not-created'),
  ]);
  expect(end.failed[0]?.reason).toMatch(/asked for it 3 times.*HTTP 504/);
  const next = await site.run();
  expect([counted(next), next.failed]).toEqual([ALL, []]);
});

test('of two Tasks for ever: they are told, the rest of the run goes on, and the next one makes them', async () => {
  await linked();
  await site.run({ selection: { questionIds: ['keys'] } });
  await site.moveCard('Rotate keys', 'Done');
  gatewayGivesUp(4);
  const end = await site.run();
  expect(end.failed.map(({ code }) => code).filter((code) => code === 'create-lost')).toHaveLength(2);
  expect([end.kind, end.notesWritten]).toEqual(['applied', 1]);
  const next = await site.run();
  expect([next.failed, (await site.issues()).length]).toEqual([[], ALL]);
});

test('though it makes the issues a while later, every time: each is there once', async () => {
  await linked();
  const answer = await fetch(`${site.site.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seed: 3, jira: { late: 1 } }),
  });
  expect(answer.status).toBeLessThan(300);
  const end = await site.run();
  expect([end.kind, counted(end), end.failed]).toEqual(['applied', ALL, []]);
  expect(await site.issues()).toHaveLength(ALL);
});

test('in automatic mode: it waits for a person, and asks again after an hour, not with each event', async () => {
  site = await openReviewedSite({ fastForward: false });
  await site.link(site.workloadArn);
  gatewayGivesUp(10_000);
  await site.save(AUTO);
  for (let minutes = 0; minutes < 20; minutes += 5) await site.pass(300_000);
  expect(creates()).toBe(3);
  expect((await site.linked()).automatic.attention).toMatchObject({ why: 'failed' });
  for (let minutes = 0; minutes < 30; minutes += 5) {
    await site.answerInAws('keys', { Notes: `Written after ${minutes} minutes` });
    await site.pass(300_000);
  }
  expect(creates()).toBe(3);
  await site.pass(HOUR);
  await site.answerInAws('keys', { Notes: 'Written later' });
  for (let minutes = 0; minutes < 20; minutes += 5) await site.pass(300_000);
  expect(creates()).toBe(6);
});
