/** What uses up a quota, on the app's own bundle. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { openScenario, type Scenario } from './open-site';

/** Calls of `accessKey.delete` within an hour. */
const MOST = 30;

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
}, 60_000);
afterAll(() => scenario.close());

test('what is invalid uses up nothing, and what is valid as much as there is', async () => {
  const remove = (partition: string) => scenario.call('accessKey.delete', { partition }, JIRA_ADMIN);
  for (let nth = 0; nth <= MOST; nth++) await expect(remove('no such')).rejects.toThrow(/^invalid/);
  for (let nth = 0; nth < MOST; nth++) await expect(remove('aws-us-gov')).resolves.toEqual({});
  await expect(remove('aws-us-gov')).rejects.toThrow(/^too-many/);
  await expect(remove('no such')).rejects.toThrow(/^invalid/);
});
