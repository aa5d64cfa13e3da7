import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN_USER } from '../../../sandbox/aws';
import { PROJECT_ADMIN } from '../../../sandbox/jira/seed/users';
import type { Coverage } from '../../../sandbox/site/coverage/coverage';
import { startSite, type Site } from '../../../sandbox/site/site';
import { ECHO_APP } from '../../contract/forge/echo-host';

let site: Site;
beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false, limits: { resolver: 1 } });
});
afterAll(() => site.close());

const authorization = `Basic ${btoa('member@example.invalid:local-api-token')}`;

function ask(method: string, route: string, body?: unknown): Promise<Response> {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return fetch(`${site.url}${route}`, { method, ...(body === undefined ? {} : json) });
}

const invoke = (functionKey: string, payload: unknown = {}) =>
  ask('POST', '/forge/invoke', { functionKey, payload, accountId: PROJECT_ADMIN });
const insist = (...actions: object[]) => invoke('insist', { actions });

describe('POST /forge/invoke', () => {
  test('answers what the resolver returns', async () => {
    const response = await invoke('echo', { hello: 'world' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      payload: { hello: 'world' },
      context: { accountId: PROJECT_ADMIN },
    });
  });

  test.each([
    ['malformed', () => ask('POST', '/forge/invoke', { payload: {} }), 400, 'MALFORMED'],
    ['no JSON at all', () => ask('POST', '/forge/invoke'), 400, 'MALFORMED'],
    ['a resolver that throws', () => insist({ do: 'throw' }), 500, 'APP_ERROR'],
    ['a resolver that crashes', () => insist({ do: 'exit' }), 500, 'CRASHED'],
    ['a resolver that takes too long', () => insist({ do: 'spin' }), 504, 'TIME_LIMIT'],
  ])('tells of %s', async (_name, call, status, code) => {
    const response = await call();
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { code, message: expect.any(String) } });
  });
});

test('the kill switch is set, counted and reset', async () => {
  expect((await ask('POST', '/forge/kill', { call: 0, when: 'before' })).status).toBe(400);
  expect((await ask('POST', '/forge/kill', { call: 1, when: 'before' })).status).toBe(200);
  expect((await insist({ do: 'get', key: 'k' })).status).toBe(500);
  expect(await (await ask('GET', '/forge/calls')).json()).toMatchObject({ count: 1, killed: true });
  expect((await ask('DELETE', '/forge/kill')).status).toBe(204);
  expect(await (await ask('GET', '/forge/calls')).json()).toMatchObject({ count: 0, killed: false });
});

test('idle waits for delayed events, which come when the clock is moved', async () => {
  const event = { body: { name: 'later' }, delayInSeconds: 600 };
  await insist({ do: 'push', queue: 'plain', events: [event] });
  expect((await ask('GET', '/forge/idle?timeout=0.05')).status).toBe(504);
  expect((await ask('POST', '/sandbox/clock', { advanceMs: 600_000 })).status).toBe(200);
  expect(await (await ask('GET', '/forge/idle')).json()).toEqual({ idle: true, waiting: 0, running: 0 });
});

describe('Jira over HTTP', () => {
  const myself = (headers: Record<string, string>) =>
    fetch(`${site.url}/jira/rest/api/3/myself`, { headers });

  test('knows the user by e-mail address and token', async () => {
    expect(await (await myself({ authorization })).json()).toMatchObject({ displayName: 'Member' });
  });

  test('refuses a wrong token', async () => {
    const wrong = `Basic ${btoa('member@example.invalid:guessed')}`;
    expect((await myself({ authorization: wrong })).status).toBe(401);
  });
});

test('AWS over HTTP refuses an unsigned request in its own words', async () => {
  const response = await ask('POST', '/aws/workloadsSummaries', {});
  expect(response.status).toBe(403);
  expect(response.headers.get('x-amzn-errortype')).toMatch(/MissingAuthenticationToken/);
});

test('every call is listed, with who sent it, until the list is cleared', async () => {
  site.clearRequests();
  await fetch(`${site.url}/jira/rest/api/3/myself`, { headers: { authorization } });
  await insist({ do: 'jira', as: 'app', path: '/rest/api/3/myself' });
  const operation = 'GET /rest/api/3/myself';
  expect(await (await ask('GET', '/sandbox/requests')).json()).toEqual([
    { service: 'jira', operation, status: 200, at: expect.any(String), via: 'outside' },
    { service: 'jira', operation, status: 200, at: expect.any(String), via: 'app' },
  ]);
  expect(await (await ask('GET', '/sandbox/requests?summary=1')).json()).toEqual({
    [`jira ${operation}`]: 2,
  });
  expect((await ask('DELETE', '/sandbox/requests')).status).toBe(204);
  expect(site.requests()).toEqual([]);
});

test('the index page names the addresses and the credentials', async () => {
  const page = await (await ask('GET', '/')).text();
  expect(page).toContain(`${site.url}/jira`);
  expect(page).toContain(ADMIN_USER.accessKeyId);
  expect(page).toContain('local-api-token');
});

describe('a page of somebody else’s', () => {
  const send = (route: string, headers: Record<string, string>, method = 'POST') =>
    fetch(`${site.url}${route}`, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
  const JSON_TYPE = { 'content-type': 'application/json' };
  const STRANGER = { origin: 'http://stranger.example.invalid' };

  test.each([
    ...['/forge/invoke', '/forge/kill', '/sandbox/clock', '/sandbox/faults'],
    ...['/sandbox/charges/reset', '/sandbox/jira/fail-next', '/sandbox/aws/stacks', '/sandbox/aws/clock'],
  ])('is refused by %s, whatever it sends', async (route) => {
    for (const headers of [
      { ...STRANGER, ...JSON_TYPE },
      { ...STRANGER, 'content-type': 'text/plain' },
      { origin: 'null', ...JSON_TYPE },
      { 'sec-fetch-site': 'cross-site', ...JSON_TYPE },
      { 'sec-fetch-site': 'same-site', ...JSON_TYPE },
    ])
      expect((await send(route, headers)).status).toBe(403);
    expect((await send(route, { origin: site.url, ...JSON_TYPE })).status).not.toBe(403);
    expect((await send(route, JSON_TYPE)).status).not.toBe(403);
  });

  test('is refused by DELETE too', async () => {
    expect((await send('/sandbox/requests', STRANGER, 'DELETE')).status).toBe(403);
    expect((await send('/forge/kill', STRANGER, 'DELETE')).status).toBe(403);
  });

  test('may call a web trigger', async () => {
    const { pathname } = new URL(site.host.webTriggerUrl('front-door'));
    expect((await send(pathname, { ...STRANGER, ...JSON_TYPE })).status).toBe(200);
  });
});

test('a web trigger answers over HTTP as its function says: every cookie, and the text of the status', async () => {
  const answer = {
    statusCode: 202,
    statusText: 'Taken for later',
    headers: { 'Set-Cookie': ['a=1; Path=/', 'b=2, c'], 'X-Several': ['1', '2'] },
    body: 'kept',
  };
  const response = await fetch(site.host.webTriggerUrl('front-door'), {
    method: 'POST',
    body: JSON.stringify({ answer }),
  });
  expect([response.status, response.statusText]).toEqual([202, 'Taken for later']);
  expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2, c']);
  expect(response.headers.get('x-several')).toBe('1, 2');
  expect(await response.text()).toBe('kept');
});

test('says what of the real services is here', async () => {
  const { aws, jira, forge, assumptions } = (await (
    await ask('GET', '/sandbox/coverage')
  ).json()) as Coverage;
  expect(aws.wellarchitected?.served).toContain('ListAnswers');
  expect(aws.sts?.notServed).toContain('AssumeRoleWithWebIdentity');
  expect(jira.served).toContain('GET /rest/api/3/myself');
  expect(forge.modules?.notServed).toContain('rovo:agent');
  expect(assumptions.map(({ id }) => id)).toContain('A1');
});
