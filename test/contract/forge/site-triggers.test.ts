/** The parts together: what happens on the local Jira reaches the app, and the site serves its web triggers. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Site, startSite } from '../../../sandbox/site/site';
import { ECHO_APP } from './echo-host';
import { received } from './received';

let site: Site;
beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false, fastForward: true });
});
afterAll(() => site.close());

const AUTHORIZATION = `Basic ${btoa('project-admin@example.invalid:local-api-token')}`;

test('an issue that somebody makes is an event for the app', async () => {
  const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'From outside' };
  const response = await fetch(`${site.url}/jira/rest/api/3/issue`, {
    method: 'POST',
    headers: { authorization: AUTHORIZATION, 'content-type': 'application/json' },
    body: JSON.stringify({ fields }),
  });
  const { id } = (await response.json()) as { id: string };
  expect(await site.host.idle()).toBe(true);
  expect(received(site.host)).toMatchObject([{ eventType: 'avi:jira:created:issue', issue: { id } }]);
});

test('what the app does itself comes back to it as its own', async () => {
  const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'From the app' };
  const create = { do: 'jira', as: 'app', path: '/rest/api/3/issue', body: { fields } };
  await site.host.invoke({ functionKey: 'insist', payload: { actions: [create] } });
  expect(await site.host.idle()).toBe(true);
  expect(received(site.host).at(-1)).toMatchObject({
    eventType: 'avi:jira:created:issue',
    selfGenerated: true,
  });
});

test('a web trigger answers under the site’s address', async () => {
  const url = site.host.webTriggerUrl('front-door');
  expect(url).toContain(`${site.url}/forge/webtrigger/`);
  const answer = await fetch(`${url}/below?a=1`, { method: 'POST', body: 'hello' });
  expect(await answer.json()).toMatchObject({
    method: 'POST',
    userPath: '/below',
    queryParameters: { a: ['1'] },
    body: 'hello',
  });
});
