import { afterEach, describe, expect, test } from '@jest/globals';
import { createKillSwitch } from '../../../sandbox/forge/kill-switch';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { type EchoHost, echoHost } from './echo-host';

let host: EchoHost | undefined;
afterEach(() => host?.close());

const write = (key: string): Action => ({ do: 'set', key, value: 1 });
const jira: Action = { do: 'jira', as: 'app', path: '/rest/api/3/issue', body: {} };

async function insist(on: EchoHost, ...actions: Action[]): Promise<unknown> {
  return on.invoke({ functionKey: 'insist', payload: { actions } });
}

describe('an invocation killed at call 2', () => {
  test('before it is performed has done one call only', async () => {
    host = await echoHost();
    host.killAt({ call: 2, when: 'before' });
    await expect(insist(host, write('a'), jira, write('b'))).rejects.toMatchObject({ code: 'KILLED' });
    expect(host.requests).toEqual([]);
    expect(await host.perform({ do: 'get', key: 'a' }, { do: 'get', key: 'b' })).toEqual([
      { value: 1 },
      { value: null },
    ]);
  });

  test('after it was performed has done both, but does not know', async () => {
    host = await echoHost();
    host.killAt({ call: 2, when: 'after' });
    await expect(insist(host, write('a'), jira, write('b'))).rejects.toMatchObject({ code: 'KILLED' });
    expect(host.requests).toEqual(['jira app POST /rest/api/3/issue']);
    expect(await host.perform({ do: 'get', key: 'b' })).toEqual([{ value: null }]);
    expect(host.calls()).toMatchObject({ count: 3, killed: true, byKind: { jira: 1, kvs: 2 } });
  });
});

describe('the queue event of a killed invocation', () => {
  const body = { name: 'job', attempts: 2, actions: [jira] };
  const push: Action = { do: 'push', queue: 'plain', events: [{ body }] };

  test.each([
    ['comes again by default', undefined, 2],
    ['does not come again when told so', false, 1],
  ])('%s', async (_name, redeliver, deliveries) => {
    host = await echoHost();
    const order = { call: 1, when: 'before', of: 'jira' } as const;
    host.killAt(redeliver === undefined ? order : { ...order, redeliver });
    await host.perform(push);
    expect(await host.idle()).toBe(true);
    const [delivered] = await host.perform({ do: 'get', key: 'deliveries:job' });
    expect(delivered?.value).toHaveLength(deliveries);
    expect(host.requests).toHaveLength(deliveries - 1);
  });
});

test('counts only calls of the kind it waits for', () => {
  const killSwitch = createKillSwitch();
  killSwitch.set({ call: 2, when: 'after', of: 'aws' });
  const plans = (['aws', 'jira', 'kvs', 'aws', 'aws'] as const).map((kind) => killSwitch.count(kind));
  expect(plans).toEqual(['go', 'go', 'go', 'after', 'go']);
  expect(killSwitch.counts()).toMatchObject({ count: 5, killed: true });
  killSwitch.reset();
  expect(killSwitch.counts()).toMatchObject({ count: 0, killed: false });
});
