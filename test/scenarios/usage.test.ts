/** The account that the app keeps, beside what the site charges it; and what it does where points run out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { FRAMEWORK, FRAMEWORK_WORKLOAD, openScenario, outcomeOf, type Scenario } from './open-site';

/** Few enough for one first sync to come near their end. */
const POINTS = 900;

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario({ lensFiles: [FRAMEWORK], answered: 'none', limits: { points: POINTS } });
  outcomeOf(await scenario.sync({ workload: FRAMEWORK_WORKLOAD }));
}, 120_000);
afterAll(() => scenario.close());

function charged() {
  const [charges] = Object.values(scenario.site.charges());
  if (charges === undefined) throw new Error('the site has no installation');
  return charges;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('the account is what the site charges, but for what no process has written yet', async () => {
  const { jira, storage } = charged();
  const { hours } = await scenario.call('usage.get', {}, JIRA_ADMIN);
  const points = sum(hours.map((hour) => hour.points));
  expect(points / jira.points.total).toBeGreaterThan(0.9);
  // What was spent before the site began to count is in it.
  expect(points / jira.points.total).toBeLessThanOrEqual(1.1);
  const units = sum(hours.map(({ storageRead, storageWritten }) => storageRead + storageWritten));
  const all = storage.read.total + storage.written.total;
  console.log(`Of the account: ${points} of ${jira.points.total} points, ${units} of ${all} units.`);
  expect(units / all).toBeGreaterThan(0.8);
  // So is the connection that the site begins with, which costs storage more than Jira.
  expect(units / all).toBeLessThanOrEqual(1.2);
});

test('it says that points run out, until the hour is over', async () => {
  expect(charged().jira.points.thisHour).toBeGreaterThan(0.8 * POINTS);
  const { slowedUntil = '' } = await scenario.call('usage.get', {}, JIRA_ADMIN);
  expect(Date.parse(slowedUntil) - scenario.site.clock.now()).toBeGreaterThan(0);
  expect(Date.parse(slowedUntil) - scenario.site.clock.now()).toBeLessThanOrEqual(3_600_000);
  scenario.site.host.advanceClock(3_600_000);
  expect((await scenario.call('usage.get', {}, JIRA_ADMIN)).slowedUntil).toBeUndefined();
});
