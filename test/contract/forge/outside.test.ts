import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createEgressBudget } from '../../../sandbox/forge/egress-budget';
import { type EchoHost, echoHost } from './echo-host';

let host: EchoHost;
beforeAll(async () => {
  host = await echoHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.requests.length = 0;
});

describe('a request to Jira', () => {
  const path = '/rest/api/3/myself';

  test('as the app is sent as the app', async () => {
    await host.perform({ do: 'jira', as: 'app', path });
    expect(host.requests).toEqual([`jira app GET ${path}`]);
  });

  test('as the user is sent as the person whose page it is', async () => {
    const payload = { actions: [{ do: 'jira', as: 'user', path }] };
    await host.invoke({ functionKey: 'perform', payload, accountId: 'someone' });
    expect(host.requests).toEqual([`jira someone GET ${path}`]);
  });

  test('as the user of an anonymous page needs authentication and is not sent', async () => {
    const [result] = await host.perform({ do: 'jira', as: 'user', path });
    expect(result?.error).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
    expect(host.requests).toEqual([]);
  });
});

describe('a fetch', () => {
  test('to an AWS host that the manifest lists reaches AWS as it was written', async () => {
    const [result] = await host.perform({
      do: 'fetch',
      url: 'https://sts.us-east-1.amazonaws.com/?Action=X',
    });
    expect(result?.value).toEqual({ status: 200 });
    expect(host.requests).toEqual(['aws GET https://sts.us-east-1.amazonaws.com/?Action=X']);
  });

  test.each([
    ['another Region', 'https://sts.eu-west-1.amazonaws.com/'],
    ['plain http', 'http://sts.us-east-1.amazonaws.com/'],
    ['a lookalike', 'https://sts.us-east-1.amazonaws.com.example.invalid/'],
    ['somewhere else', 'https://example.invalid/'],
  ])('to %s is refused as Forge refuses it', async (_name, url) => {
    const [result] = await host.perform({ do: 'fetch', url });
    expect(result?.error).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
    expect(host.requests).toEqual([]);
  });

  test('to a listed host that nobody plays fails to connect', async () => {
    const [result] = await host.perform({ do: 'fetch', url: 'https://unreachable.example.invalid/' });
    expect(result?.error).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  });
});

test('a socket of the app’s own is refused, even to this machine', async () => {
  const server = createServer((_request, response) => response.end('reached'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const [result] = await host.perform({ do: 'connect', port: (server.address() as AddressInfo).port });
  expect(result?.error).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR' });
  server.close();
});

describe('requests of fetch', () => {
  const url = 'https://sts.us-east-1.amazonaws.com/';
  const fetches = (count: number) => Array.from({ length: count }, () => ({ do: 'fetch', url }) as const);

  test('beyond 100 are not sent by an invocation of less than a minute', async () => {
    const results = await host.perform(...fetches(101));
    expect(results.filter(({ value }) => (value as { status: number }).status === 200)).toHaveLength(100);
    expect(results.at(-1)?.value).toEqual({ status: 429 });
    expect(host.requests).toHaveLength(100);
  });

  test('are counted for each invocation alone, and those to Jira are not', async () => {
    const jira = { do: 'jira', as: 'app', path: '/rest/api/3/myself' } as const;
    for (let i = 0; i < 2; i++) await host.perform(...fetches(60), ...Array.from({ length: 60 }, () => jira));
    expect(host.requests).toHaveLength(240);
  });

  test('are allowed for each minute that the function may run, begun ones included', () => {
    const budget = createEgressBudget(1, 61_000);
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
  });
});
