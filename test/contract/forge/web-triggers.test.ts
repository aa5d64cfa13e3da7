import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { forgeRoutes } from '../../../sandbox/forge/http';
import { openStore } from '../../../sandbox/store/store';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { type EchoHost, echoHost } from './echo-host';

const BASE = 'http://127.0.0.1:1/webtrigger';

let host: EchoHost;
beforeEach(async () => {
  host = await echoHost({ webTriggerUrl: BASE, limits: { 'web-trigger': 2 } });
});
afterEach(() => host.close());

async function urlOf(key: string, another?: boolean): Promise<string> {
  const more = another === undefined ? {} : { another };
  const [result] = await host.perform({ do: 'web-trigger-url', key, ...more });
  return result!.value as string;
}

const call = async (url: string, init?: RequestInit): Promise<Response> =>
  forgeRoutes(host).request(url, init);

const asking = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

describe('the URL of a web trigger', () => {
  test('is the same whenever it is asked for, by the app and by the host', async () => {
    const url = await urlOf('front-door');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:1\/webtrigger\/[\w-]{27}$/);
    expect(await urlOf('front-door')).toBe(url);
    expect(host.webTriggerUrl('front-door')).toBe(url);
    expect(await urlOf('back-door')).not.toBe(url);
  });

  test('survives the site, on another port too', async () => {
    const store = openStore();
    const [first, second] = [await echoHost({ store }), await echoHost({ store, webTriggerUrl: BASE })];
    const id = first.webTriggerUrl('front-door').split('/').at(-1);
    expect(second.webTriggerUrl('front-door')).toBe(`${BASE}/${id}`);
    await Promise.all([first.close(), second.close()]);
  });

  test('is another one where the app insists, and both serve', async () => {
    const [first, second] = [await urlOf('front-door'), await urlOf('front-door', true)];
    expect(second).not.toBe(first);
    expect((await call(first)).status).toBe(200);
    expect((await call(second)).status).toBe(200);
  });

  test('is refused for a module that does not exist', async () => {
    const [result] = await host.perform({ do: 'web-trigger-url', key: 'no-door' });
    expect(result?.error?.message).toContain('Failed to get web trigger URL');
  });
});

describe('a web trigger', () => {
  test('gets the request as Forge serialises it', async () => {
    const url = await urlOf('front-door');
    const init = { method: 'PUT', headers: { 'x-api-key': 'k' }, body: 'plain text' };
    const answer = await call(`${url}/a/b%20c?x=1&x=2&y=3,4`, init);
    const id = url.split('/').at(-1);
    expect(await answer.json()).toEqual({
      method: 'PUT',
      path: `/public/${id}/a/b%20c`,
      userPath: '/a/b%20c',
      headers: { 'content-type': ['text/plain;charset=UTF-8'], 'x-api-key': ['k'] },
      queryParameters: { x: ['1', '2'], y: ['3', '4'] },
      body: 'plain text',
    });
  });

  test('gets no path, parameters or body where there are none', async () => {
    const answer = await call(await urlOf('front-door'));
    expect(await answer.json()).toEqual({
      method: 'GET',
      path: expect.stringMatching(/^\/public\/[\w-]{27}$/),
      userPath: '',
      headers: {},
      queryParameters: {},
    });
  });

  test('answers with status, headers and body', async () => {
    const answer = await call(await urlOf('front-door'));
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('x-twice')).toBe('a, b');
    const said = { statusCode: 202, body: 'taken' };
    const other = await call(await urlOf('front-door'), asking({ answer: said }));
    expect([other.status, await other.text()]).toEqual([202, 'taken']);
  });

  test.each([
    ['has no status', { body: 'x' }],
    ['has a status that is none', { statusCode: 99 }],
    ['has a header that is no list', { statusCode: 200, headers: { a: 'b' } }],
    ['has a header that HTTP cannot carry', { statusCode: 200, headers: { 'a b': ['c'] } }],
    ['is a text', 'x'],
  ])('that answers what %s, answers 500', async (_name, answer) => {
    expect((await call(await urlOf('front-door'), asking({ answer }))).status).toBe(500);
  });

  test.each([
    ['throws', { do: 'throw' }, 500],
    ['runs over its time', { do: 'spin' }, 504],
  ] as const)('that %s, answers %s', async (_name, action, status) => {
    expect((await call(await urlOf('front-door'), asking({ actions: [action] }))).status).toBe(status);
  });

  test('pushes work to a queue and answers before it is done', async () => {
    const push: Action = { do: 'push', queue: 'plain', events: [{ body: { name: 'job' } }] };
    expect((await call(await urlOf('front-door'), asking({ actions: [push] }))).status).toBe(200);
    expect(await host.idle()).toBe(true);
    expect((await host.perform({ do: 'get', key: 'deliveries:job' }))[0]?.value).toHaveLength(1);
  });

  test('runs on behalf of nobody, is killed and gives out its answer as anything else', async () => {
    const url = await urlOf('front-door');
    const jira: Action = { do: 'jira', as: 'user', path: '/rest/api/3/myself' };
    expect((await call(url, asking({ actions: [jira] }))).status).toBe(500);
    host.killAt({ call: 1, when: 'before', of: 'kvs' });
    expect((await call(url, asking({ actions: [{ do: 'get', key: 'a' }] }))).status).toBe(500);
    expect(host.calls().killed).toBe(true);
    await call(url, asking({ answer: { statusCode: 200, body: 'canary' } }));
    const kinds = host.emitted().filter(({ text }) => text.includes('canary'));
    expect(kinds.map(({ kind }) => kind)).toEqual(['result']);
  });

  test('is not sent more than 500 KB', async () => {
    const init = { method: 'POST', body: 'x'.repeat(500 * 1024) };
    expect((await call(await urlOf('front-door'), init)).status).toBe(413);
  });

  test('that nobody asked a URL for is not found', async () => {
    expect((await call(`${BASE}/nothing`)).status).toBe(404);
  });
});
