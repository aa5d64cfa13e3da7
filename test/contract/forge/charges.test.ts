/** The account of the platform's charges, asked for as clients ask. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { INSTALLATION_ID } from '../../../sandbox/forge/installation';
import type { Charges, InstallationCharges } from '../../../sandbox/site/charges';
import { type Site, startSite } from '../../../sandbox/site/site';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { ECHO_APP } from './echo-host';

let site: Site;
beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false, fastForward: true });
});
afterAll(() => site.close());

async function reset(): Promise<number> {
  return (await fetch(`${site.url}/sandbox/charges/reset`, { method: 'POST' })).status;
}

async function charges(): Promise<InstallationCharges | undefined> {
  const all = (await (await fetch(`${site.url}/sandbox/charges`)).json()) as Charges;
  expect(Object.keys(all)).toEqual([INSTALLATION_ID]);
  return all[INSTALLATION_ID];
}

const perform = (...actions: Action[]) =>
  site.host.invoke({ functionKey: 'perform', payload: { actions }, accountId: 'someone' });

beforeEach(async () => {
  expect(await reset()).toBe(204);
});

test('what the app does is charged to its installation', async () => {
  await perform(
    { do: 'set', key: 'a', value: 'x'.repeat(15_000) },
    { do: 'get', key: 'a' },
    { do: 'jira', as: 'app', path: '/rest/api/3/serverInfo' },
    { do: 'fetch', url: 'https://sts.us-east-1.amazonaws.com/?Action=X' },
    { do: 'push', queue: 'plain', events: [{ body: { name: 'n' } }, { body: { name: 'm' } }] },
    { do: 'log', text: 'one\ntwo' },
  );
  await site.idle();
  expect(await charges()).toMatchObject({
    // The consumer of each event reads and writes a key.
    storage: { read: { total: 4, worstMinute: 4 }, written: { total: 4 }, operations: 6, refused: 0 },
    jira: {
      points: {
        thisHour: 2,
        total: 2,
        byOperation: { 'GET /rest/api/3/serverInfo': { calls: 1, points: 2 } },
      },
      refused: {},
    },
    calls: { jira: 1, aws: 1, kvs: 6, queue: 1 },
    functions: { resolver: { invocations: 1, egress: 1, logLines: 2 }, consumer: { invocations: 2 } },
    queue: { pushes: 1, events: 2, refused: 0 },
  });
});

test('a scheduled trigger that comes twice, as may be ordered, is charged twice', async () => {
  const order = (schedules: object) =>
    fetch(`${site.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ schedules }),
    });
  site.host.advanceClock(3_600_000);
  await site.idle();
  const { clockwork } = (await charges())?.functions ?? {};
  await order({ duplicate: true });
  await reset();
  site.host.advanceClock(86_400_000);
  await site.idle();
  expect((await charges())?.functions.clockwork?.invocations).toBe(2 * (clockwork?.invocations ?? 0));
  expect(clockwork?.invocations).toBe(2);
  await order({});
});

test('and what nobody did since the last reset is nothing', async () => {
  expect(await charges()).toMatchObject({
    storage: { read: { total: 0, worstMinute: 0, worstSecond: 0 }, operations: 0, requests: 0 },
    jira: { points: { total: 0, worstHour: 0, byOperation: {} } },
    calls: { jira: 0, aws: 0, kvs: 0 },
    functions: {},
    queue: { pushes: 0, events: 0 },
  });
});
