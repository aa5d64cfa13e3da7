/** What the app keeps account of: points of Jira and units of storage, of each hour. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Requester } from '../../../src/jira/client/requester';
import { createAccount } from '../../../src/usage/account';
import { countedRequester, pointsOf } from '../../../src/usage/counted-requester';
import { metered } from '../../../src/usage/metered-storage';
import { spend, tallied, type Tally } from '../../../src/usage/tally';
import { createUsageStore } from '../../../src/usage/usage-store';
import { MemoryKeyValues } from '../../builders/key-values';

const HOUR = 3_600_000;
const NOON = Date.UTC(2031, 0, 1, 12);

async function spentBy(work: () => Promise<unknown>): Promise<Tally> {
  let told: Tally | undefined;
  await tallied(work, (spent) => ((told = spent), Promise.resolve()));
  return told!;
}

describe('a request to Jira costs', () => {
  const of = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
  test.each<[string, 'GET' | 'POST' | 'PUT' | 'DELETE', object | undefined, number, unknown, number]>([
    ['one for an issue that is written', 'PUT', { fields: {} }, 204, '', 1],
    ['one for each issue of a bulk create', 'POST', { issueUpdates: of(50) }, 201, { issues: of(50) }, 50],
    ['one and one for each issue read', 'POST', { issueIdsOrKeys: of(3) }, 200, { issues: of(3) }, 4],
    ['one for a search that finds none', 'POST', { jql: 'x' }, 200, { issues: [] }, 1],
    ['two for a project', 'GET', undefined, 200, { id: '1', key: 'WA' }, 2],
    ['one and one for each of a list', 'GET', undefined, 200, of(7), 8],
    ['two for each permission', 'GET', undefined, 200, { permissions: { A: {}, B: {} } }, 5],
    ['two for a person', 'GET', undefined, 200, { accountId: 'x', accountType: 'app' }, 3],
    ['one where it is refused', 'GET', undefined, 404, { errorMessages: of(2) }, 1],
    ['one where the answer is no JSON', 'GET', undefined, 200, undefined, 1],
  ])('%s', (_, method, body, status, answer, points) => {
    const init = { method, headers: {}, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const text = answer === undefined ? '<html>' : JSON.stringify(answer);
    expect(pointsOf(init, status, text)).toBe(points);
  });

  const answering = (headers: Record<string, string>): Requester => {
    const response = { status: 200, headers: new Headers(headers), text: () => Promise.resolve('[]') };
    return () => Promise.resolve(response);
  };
  test.each<[string, Record<string, string>, number | undefined]>([
    ['plenty is left', { ratelimit: '"global-app-quota";t=900' }, undefined],
    ['12,000 are left', { ratelimit: '"global-app-quota";r=12000;t=900' }, NOON + 900_000],
    ['13,000 are left', { ratelimit: '"global-app-quota";r=13000;t=900' }, undefined],
    [
      'a larger quota is near its end',
      {
        ratelimit: '"tenant-app-quota";r=13000;t=900',
        'ratelimit-policy': '"tenant-app-quota";q=100000;w=3600',
      },
      NOON + 900_000,
    ],
    ['Jira says nothing', {}, undefined],
  ])('and tells where %s', async (_, headers, nearUntil) => {
    const requester = countedRequester(answering(headers), () => NOON);
    const spent = await spentBy(async () =>
      (await requester('' as never, { method: 'GET', headers: {} })).text(),
    );
    expect([spent.points, spent.nearUntil]).toEqual([1, nearUntil]);
  });
});

describe('storage costs', () => {
  const big = 'x'.repeat(25_000);
  test.each<[string, (kvs: MemoryKeyValues) => Promise<unknown>, number, number]>([
    ['a unit for a key that is not there', (kvs) => kvs.get('a'), 1, 0],
    ['one for each 10 KB begun that is read', (kvs) => kvs.get('big'), 3, 0],
    ['one for each 10 KB begun that is written', (kvs) => kvs.set('a', big), 0, 3],
    ['one for a key that is deleted', (kvs) => kvs.delete('a'), 0, 1],
  ])('%s', async (_, act, read, written) => {
    const kvs = new MemoryKeyValues();
    await kvs.set('big', big);
    expect(await spentBy(() => act(metered(kvs)))).toEqual({ points: 0, read, written });
  });

  test('one for each key of a batch, whether it is there or not', async () => {
    const kvs = metered({
      batchSet: (items: readonly object[]) => Promise.resolve({ items }),
      batchGet: (items: readonly object[]) => Promise.resolve({ successfulKeys: items.slice(0, 1) }),
    });
    const items = [
      { key: 'a', value: big },
      { key: 'b', value: 1 },
      { key: 'c', value: 2 },
    ];
    expect(await spentBy(() => kvs.batchSet(items))).toMatchObject({ written: 5 });
    expect(await spentBy(() => kvs.batchGet(items))).toMatchObject({ read: 5 });
  });

  test('one for each key of a transaction, and one for each item that a query finds', async () => {
    const steps = { set: () => steps, delete: () => steps, execute: () => Promise.resolve() };
    const query = { where: () => query, getMany: () => Promise.resolve({ results: [1, 2, 3] }) };
    const kvs = metered({ transact: () => steps, entity: () => ({ query: () => query }) });
    expect(await spentBy(() => kvs.transact().set().delete().execute())).toMatchObject({ written: 2 });
    expect(await spentBy(() => kvs.entity().query().where().getMany())).toMatchObject({ read: 3 });
  });
});

describe('the account', () => {
  let warn: jest.SpiedFunction<typeof console.warn>;
  beforeEach(() => {
    warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => warn.mockRestore());

  function opened() {
    const clock = { at: NOON, now: () => clock.at };
    const kvs = new MemoryKeyValues();
    const store = createUsageStore(kvs);
    return { clock, kvs, store, account: createAccount(store, clock) };
  }
  const using = (points: number) => () => (spend({ points, read: 1 }), Promise.resolve());

  test('writes what is little together, once a minute, and what is much at once', async () => {
    const { clock, kvs, store, account } = opened();
    for (let nth = 0; nth < 5; nth += 1) await account.keep('a', using(3));
    expect(kvs.writes).toBe(0);
    clock.at += 60_000;
    await account.keep('a', using(3));
    expect(kvs.writes).toBe(1);
    expect(await store.load()).toEqual({ hours: [{ at: NOON, points: 18, read: 6, written: 0 }] });
    await account.keep('a', using(300));
    expect([kvs.writes, (await store.load()).hours[0]?.points]).toEqual([2, 318]);
  });

  test('leaves it to others to write what small invocations spend, up to a thousand', async () => {
    const { clock, kvs, store, account } = opened();
    for (let nth = 0; nth < 9; nth += 1) {
      clock.at += 60_000;
      await account.carry('a', using(100));
    }
    expect(kvs.writes).toBe(0);
    await account.keep('a', using(1));
    expect((await store.load()).hours[0]?.points).toBe(901);
    for (let nth = 0; nth < 10; nth += 1) await account.carry('a', using(100));
    expect((await store.load()).hours[0]?.points).toBe(1901);
  });

  test('keeps what one installation spends from the others of the process', async () => {
    const { account, store } = opened();
    await account.keep('a', using(150));
    await account.keep('b', using(150));
    await account.keep(undefined, using(500));
    expect((await store.load()).hours).toEqual([]);
    await account.keep('a', using(100));
    expect((await store.load()).hours[0]?.points).toBe(250);
  });

  test('answers and throws as the work does, also where it cannot be written', async () => {
    const { clock } = opened();
    const down = createAccount({ add: () => Promise.reject(new Error('down')) }, clock);
    expect(await down.keep('a', () => (spend({ points: 900 }), Promise.resolve('done')))).toBe('done');
    expect(warn).toHaveBeenCalledTimes(1);
    const failing = () => (spend({ points: 900 }), Promise.reject(new Error('failed')));
    await expect(down.keep('a', failing)).rejects.toThrow('failed');
  });

  test('has the last 24 hours, the latest first, and until when points run out, an hour at most', async () => {
    const { store } = opened();
    for (let hour = 0; hour < 30; hour += 1)
      await store.add({ points: hour, read: 0, written: 0 }, NOON + hour * HOUR + 5);
    const { hours } = await store.load();
    expect(hours.map(({ points }) => points)).toEqual(Array.from({ length: 24 }, (_, nth) => 29 - nth));
    const now = NOON + 30 * HOUR;
    await store.add({ points: 1, read: 0, written: 0, nearUntil: now + 99 * HOUR }, now);
    expect((await store.load()).nearUntil).toBe(now + HOUR);
    await store.add({ points: 1, read: 0, written: 0 }, now + HOUR);
    expect((await store.load()).nearUntil).toBeUndefined();
  });
});
