/** The local site answers no faster than it was told to, its storage included. */
import { afterEach, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../../sandbox/jira/seed/users';
import { openScenario, type Scenario } from '../open-site';

let scenario: Scenario | undefined;

afterEach(() => scenario?.close());

test('the app waits for its storage as long as the flag says', async () => {
  const kinds: string[] = [];
  const beforeCall = ({ kind }: { readonly kind: string }) => {
    kinds.push(kind);
    return Promise.resolve();
  };
  scenario = await openScenario({ latency: { kvs: 400 }, beforeCall });
  kinds.length = 0;
  const started = performance.now();
  await scenario.call('connection.list', {}, JIRA_ADMIN);
  expect(kinds).toContain('kvs');
  expect(performance.now() - started).toBeGreaterThanOrEqual(395);
});
