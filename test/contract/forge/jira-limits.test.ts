/** Jira's limits on a whole site: who spends the app's points, and what is ordered of them over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Site, startSite } from '../../../sandbox/site/site';
import { ECHO_APP, type Result } from './echo-host';

let site: Site;
beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false, fastForward: true, limits: { points: 5 } });
});
afterAll(() => site.close());

const PATH = '/rest/api/3/serverInfo';

async function asApp(as: 'app' | 'user' = 'app'): Promise<number> {
  const payload = { actions: [{ do: 'jira', as, path: PATH }] };
  const answer = await site.host.invoke({ functionKey: 'perform', payload, accountId: 'someone' });
  const [result] = (answer as { results: Result[] }).results;
  return (result?.value as { status: number }).status;
}

/** As a script with an API token. */
const outside = () => fetch(`${site.url}/jira${PATH}`);

const order = (body: object) =>
  fetch(`${site.url}/sandbox/jira/fail-next`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the app spends its points, as itself and for a person, until the hour is full; nobody else does', async () => {
  for (let nth = 0; nth < 4; nth += 1) expect((await outside()).status).toBe(200);
  expect([await asApp(), await asApp('user'), await asApp()]).toEqual([200, 200, 429]);
  expect((await outside()).status).toBe(200);
  site.host.advanceClock(3_600_000);
  expect(await asApp()).toBe(200);
});

describe('a failure that is ordered', () => {
  const operation = `GET ${PATH}`;

  test.each([
    ['gateway', null],
    ['jira-burst-based', 'jira-burst-based'],
    ['jira-quota-global-based', 'jira-quota-global-based'],
  ])('is that of a limit: %s', async (limit, reason) => {
    expect((await order({ operation, limit, times: 1 })).status).toBe(200);
    const { status, headers } = await outside();
    expect([status, headers.get('ratelimit-reason')]).toEqual([429, reason]);
    expect(headers.has('retry-after')).toBe(reason !== null);
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await outside()).status).toBe(200);
  });

  test('is a status of one’s own', async () => {
    await order({ operation, status: 503, headers: { 'retry-after': '7' } });
    const { status, headers } = await outside();
    expect([status, headers.get('retry-after')]).toEqual([503, '7']);
  });

  test.each([
    ['an operation that does not exist', { operation: 'GET /nothing', limit: 'gateway' }],
    ['a limit that does not exist', { operation, limit: 'mood' }],
    ['neither limit nor status', { operation }],
  ])('is not %s', async (_name, body) => {
    expect((await order(body)).status).toBe(400);
    expect((await outside()).status).toBe(200);
  });
});
