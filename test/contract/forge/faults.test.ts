/** What an app meets on a site with faults, and what of it was done. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultsInput } from '../../../sandbox/site/faults/model';
import { type Site, startSite } from '../../../sandbox/site/site';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { ECHO_APP, type Result } from './echo-host';

let site: Site;
let count = 0;
beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false, fastForward: true });
});
beforeEach(() => setFaults({}));
afterAll(() => site.close());

async function setFaults(faults: FaultsInput): Promise<Response> {
  return post(faults);
}

function post(body: unknown): Promise<Response> {
  return fetch(`${site.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function met(): Promise<Record<string, number>> {
  const { met: counts } = (await (await fetch(`${site.url}/sandbox/faults`)).json()) as {
    met: Record<string, number>;
  };
  return counts;
}

async function perform(...actions: Action[]): Promise<Result[]> {
  const answer = await site.host.invoke({ functionKey: 'perform', payload: { actions } });
  return (answer as { results: Result[] }).results;
}

function creation(): { readonly summary: string; readonly action: Action } {
  const summary = `Issue ${++count}`;
  const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary };
  return { summary, action: { do: 'jira', as: 'app', path: '/rest/api/3/issue', body: { fields } } };
}

const SEARCH: Action = {
  do: 'jira',
  as: 'app',
  path: '/rest/api/3/search/jql',
  body: { jql: 'project = WA ORDER BY id', fields: ['summary'], maxResults: 100 },
};

async function summaries(): Promise<readonly string[]> {
  const [result] = await perform(SEARCH);
  const { body } = result?.value as { body: string };
  const { issues } = JSON.parse(body) as { issues: { fields: { summary: string } }[] };
  return issues.map(({ fields }) => fields.summary);
}

describe('a create in Jira', () => {
  test.each([
    ['quota-global', { status: 429 }, false],
    ['quota-tenant', { status: 429 }, false],
    ['burst', { status: 429 }, false],
    ['gateway', { status: 429 }, false],
    ['truncated', { status: 201 }, true],
    ['empty', { status: 201, body: '{}' }, true],
    ['late', { status: 504 }, false],
  ] as const)('that meets %s', async (fault, seen, isDone) => {
    const { summary, action } = creation();
    await setFaults({ jira: { [fault]: 1 } });
    const [result] = await perform(action);
    expect(result?.value).toMatchObject(seen);
    expect(await met()).toEqual({ [`jira ${fault}`]: 1 });
    await setFaults({});
    expect((await summaries()).includes(summary)).toBe(isDone);
  });

  test('that a reset ends does nothing, and one whose answer is lost is done', async () => {
    const reset = creation();
    await setFaults({ jira: { reset: 1 } });
    expect((await perform(reset.action))[0]?.error).toMatchObject({ message: 'fetch failed' });
    const lost = creation();
    await setFaults({ jira: { lost: 1 } });
    const [result] = await perform(lost.action);
    expect(result?.error ?? result?.value).toMatchObject(result?.error ? {} : { status: 504 });
    await setFaults({});
    expect(await summaries()).toContain(lost.summary);
    expect(await summaries()).not.toContain(reset.summary);
  });

  test('that is late is done within the minute, though the faults have ended', async () => {
    const { summary, action } = creation();
    await setFaults({ jira: { late: 1 } });
    await perform(action);
    await setFaults({});
    site.host.advanceClock(60_000);
    expect(await summaries()).toContain(summary);
  });

  test('a server that fails says so with any of its statuses', async () => {
    await setFaults({ jira: { 'server-error': 1 } });
    const results = [];
    for (let nth = 0; nth < 8; nth += 1) {
      site.clock.advance(1);
      results.push(...(await perform(SEARCH)));
    }
    const statuses = new Set(results.map(({ value }) => (value as { status: number }).status));
    expect([...statuses].sort().every((status) => [500, 502, 503, 504].includes(status))).toBe(true);
    expect(statuses.size).toBeGreaterThan(1);
  });
});

test('a list may say what it said before', async () => {
  await setFaults({ jira: { stale: 0.5 } });
  const lengths: number[] = [];
  for (let nth = 0; nth < 12; nth += 1) {
    await perform(creation().action);
    lengths.push((await summaries()).length);
  }
  const standsStill = lengths.filter((length, nth) => length === lengths[nth - 1]);
  expect(standsStill).not.toEqual([]);
  expect(await met()).toEqual({ 'jira stale': standsStill.length });
});

test('a single thing is read as it is', async () => {
  await setFaults({ jira: { stale: 1 } });
  const read: Action = { do: 'jira', as: 'app', path: '/rest/api/3/project/WA' };
  await perform(read, read);
  expect(await met()).toEqual({});
});

test('a search that lags does not see what was just made', async () => {
  await setFaults({ indexLagMs: 60_000 });
  const { summary, action } = creation();
  await perform(action);
  expect(await summaries()).not.toContain(summary);
  await setFaults({ indexLagMs: 0 });
  expect(await summaries()).toContain(summary);
});

describe('storage', () => {
  test.each([
    ['rate-limited', null],
    ['server-error', null],
    ['reset', null],
    ['lost', 'kept'],
  ] as const)('that meets %s has %s', async (fault, value) => {
    await perform({ do: 'delete', key: 'a' });
    await setFaults({ storage: { [fault]: 1 } });
    const [result] = await perform({ do: 'set', key: 'a', value: 'kept' });
    expect(result?.error).toBeDefined();
    await setFaults({});
    expect(await perform({ do: 'get', key: 'a' })).toEqual([{ value }]);
  });
});

describe('the queue', () => {
  const job: Action = { do: 'push', queue: 'plain', events: [{ body: { name: 'job' } }] };
  beforeEach(async () => {
    await perform({ do: 'delete', key: 'deliveries:job' });
  });

  async function deliveries(): Promise<number> {
    expect(await site.host.idle()).toBe(true);
    const [result] = await perform({ do: 'get', key: 'deliveries:job' });
    return ((result?.value ?? []) as unknown[]).length;
  }

  test.each([
    ['loses every event', { queueDeliveries: { lose: 1 } }, 0],
    ['doubles every event', { queueDeliveries: { deliverTwice: 1 } }, 2],
    ['refuses a push', { queue: { 'rate-limited': 1 } }, 0],
    ['takes a push and loses the answer', { queue: { lost: 1 } }, 1],
  ] as const)('%s', async (_name, faults: FaultsInput, times) => {
    await setFaults(faults);
    await perform(job);
    expect(await site.host.idle()).toBe(true);
    await setFaults({});
    expect(await deliveries()).toBe(times);
  });

  test('loses some of them', async () => {
    await setFaults({ queueDeliveries: { lose: 0.5 } });
    for (let nth = 0; nth < 20; nth += 1) await perform(job);
    const delivered = await deliveries();
    expect(delivered).toBeGreaterThan(2);
    expect(delivered).toBeLessThan(18);
  });
});

test('AWS’s token service fails in its own words', async () => {
  await setFaults({ aws: { throttled: 1 } });
  const [result] = await perform({ do: 'fetch', url: 'https://sts.us-east-1.amazonaws.com/' });
  expect(result?.value).toEqual({ status: 429 });
});

describe('chance', () => {
  async function fates(seed: number): Promise<readonly unknown[]> {
    await setFaults({ seed, jira: { burst: 0.3, reset: 0.3 } });
    const results: Result[] = [];
    for (let nth = 0; nth < 12; nth += 1) results.push(...(await perform(SEARCH)));
    return results.map(
      ({ value, error }) => (value as { status: number } | undefined)?.status ?? error?.message,
    );
  }

  test('repeats for a seed and the same calls', async () => {
    const first = await fates(5);
    expect(new Set(first)).toEqual(new Set([200, 429, 'fetch failed']));
    expect(await fates(5)).toEqual(first);
    expect(await fates(6)).not.toEqual(first);
  });

  test('of one call does not hang on others beside it', async () => {
    const first = await fates(5);
    await setFaults({ seed: 5, jira: { burst: 0.3, reset: 0.3 } });
    const other: Action = { do: 'jira', as: 'app', path: '/rest/api/3/serverInfo' };
    const mixed: unknown[] = [];
    for (let nth = 0; nth < 12; nth += 1) {
      const [, result] = await perform(other, SEARCH);
      mixed.push((result?.value as { status: number } | undefined)?.status ?? result?.error?.message);
    }
    expect(mixed).toEqual(first);
  });
});

test.each([
  ['an unknown fault', { jira: { slow: 1 } }, /slow|Invalid/],
  ['an unknown service', { gcp: {} }, /gcp/],
  ['a share above 1', { aws: { lost: 2 } }, /<=1/],
  ['shares that are more than 1 together', { jira: { lost: 0.6, reset: 0.6 } }, /more than 1 together/],
  ['no document', 'often', /object/],
])('%s is refused and changes nothing', async (_name, body, message) => {
  await setFaults({ jira: { burst: 1 } });
  const response = await post(body);
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: { message: string } };
  expect(error.message).toMatch(message);
  expect((await perform(SEARCH))[0]?.value).toMatchObject({ status: 429 });
});
