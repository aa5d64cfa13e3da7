/** On a site: a change in the Well-Architected Tool calls the app's web trigger. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Site, startSite } from '../../../sandbox/site/site';
import { ECHO_APP } from './echo-host';

const KEY = 'k'.repeat(32);

let site: Site;
beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false, fastForward: true });
});
afterAll(() => site.close());

const post = (path: string, body: object) =>
  fetch(`${site.url}/sandbox/aws${path}`, { method: 'POST', body: JSON.stringify(body) });

function change(): void {
  const [workload] = site.aws.admin.workloads();
  site.aws.admin.setAnswer(workload!.id, 'wellarchitected', 'priorities', { Notes: 'confidential' });
}

/** What the web trigger answered with: the echo app answers the request that it got. */
const results = () =>
  site.host
    .emitted()
    .filter(({ kind }) => kind === 'result')
    .map(({ text }) => text);

test('deployed over HTTP for the site’s own web trigger: the app gets the event, with the key', async () => {
  const webTriggerUrl = site.host.webTriggerUrl('front-door');
  const response = await post('/events', { webTriggerUrl, key: KEY });
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { outputs: { HeaderName: 'x-well-architected-key' } },
  ]);
  change();
  expect(await site.idle()).toBe(true);
  const [result] = results();
  const request = JSON.parse((JSON.parse(result!) as { body: string }).body) as Record<string, unknown>;
  expect(request).toMatchObject({
    method: 'POST',
    headers: { 'x-well-architected-key': [KEY], 'user-agent': ['Amazon/EventBridge/ApiDestinations'] },
  });
  expect(JSON.parse(request.body as string)).toMatchObject({
    detail: { eventName: 'UpdateAnswer', requestParameters: { QuestionId: 'priorities' } },
  });
  expect(result).not.toContain('confidential');
});

test('a web trigger that fails is called again when the clock has moved', async () => {
  await post('/events', { webTriggerUrl: `${site.url}/forge/nowhere`, key: KEY });
  await post('/event-faults', { delayMs: 1000 });
  change();
  const of = () => site.aws.events.attempts().length;
  const before = of();
  await site.idle();
  expect(of()).toBe(before);
  site.host.advanceClock(1000);
  await site.idle();
  const answer = await fetch(`${site.url}/sandbox/aws/deliveries`);
  expect(await answer.json()).toMatchObject({ waiting: [] });
  expect(site.aws.events.attempts().at(-1)).toMatchObject({
    ending: { status: 404 },
    verdict: { kind: 'dropped' },
  });
});

test('another host is not called', async () => {
  await post('/event-faults', {});
  await post('/events', { webTriggerUrl: 'https://outside.example.invalid/x1/abc', key: KEY });
  change();
  await site.idle();
  expect(site.aws.events.attempts().at(-1)).toMatchObject({
    ending: 'no-answer',
    verdict: { kind: 'again' },
  });
});

test('the stack is deleted over HTTP', async () => {
  expect((await post('/delete-stack', { stackName: 'jira-events' })).status).toBe(200);
  expect((await post('/delete-stack', { stackName: 'jira-events' })).status).toBe(400);
});

test('AWS’s own Jira connector is set over HTTP, in words that AWS knows', async () => {
  const set = async (status: string) =>
    (await post('/jira-connector', { configuration: { IssueManagementStatus: status } })).status;
  expect([await set('ENABLED'), await set('ON')]).toEqual([200, 400]);
});
