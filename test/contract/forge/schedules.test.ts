import { afterEach, describe, expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';
import type { HostOptions } from '../../../sandbox/forge/host-options';
import { openStore } from '../../../sandbox/store/store';
import { type EchoHost, echoHost } from './echo-host';
import { received } from './received';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let host: EchoHost;
afterEach(() => host.close());

async function open(options: Partial<HostOptions> = {}): Promise<void> {
  host = await echoHost({ clock: manualClock(Date.UTC(2031, 0, 1)), ...options });
}

async function pass(ms: number): Promise<void> {
  host.advanceClock(ms);
  expect(await host.idle()).toBe(true);
}

/** The modules that have run so far, in order. */
const runs = () => received(host).map(({ context }) => context.moduleKey);

describe('a scheduled trigger', () => {
  test('runs five minutes after the installation, then at its interval', async () => {
    await open();
    await pass(4 * MINUTE);
    expect(runs()).toEqual([]);
    await pass(MINUTE);
    expect(runs().sort()).toEqual(['daily', 'often']);
    await pass(5 * MINUTE);
    expect(runs().slice(2)).toEqual(['often']);
    await pass(24 * HOUR - 5 * MINUTE);
    expect(runs().slice(3).sort()).toEqual(['daily', 'often']);
  });

  test('is told where it is, and nothing of a person', async () => {
    await open();
    await pass(5 * MINUTE);
    const context = { cloudId: expect.any(String), moduleKey: expect.any(String) };
    expect(received(host)[0]).toEqual({ context, contextToken: expect.any(String) });
  });

  test('makes up for nothing that it missed, and keeps its times', async () => {
    await open();
    await pass(62 * MINUTE);
    expect(runs().filter((key) => key === 'often')).toHaveLength(1);
    await pass(2 * MINUTE);
    expect(runs().filter((key) => key === 'often')).toHaveLength(1);
    await pass(MINUTE);
    expect(runs().filter((key) => key === 'often')).toHaveLength(2);
  });

  test('that fails is not retried', async () => {
    await open();
    await host.perform({ do: 'set', key: 'order:often', value: { actions: [{ do: 'throw' }] } });
    await pass(5 * MINUTE);
    expect(runs().filter((key) => key === 'often')).toHaveLength(1);
    expect(host.logs().join('\n')).toContain('thrown on purpose');
  });

  test('runs twice when told to', async () => {
    await open();
    host.setScheduleFaults({ duplicate: true });
    await pass(5 * MINUTE);
    expect(runs().sort()).toEqual(['daily', 'daily', 'often', 'often']);
  });

  test('gives out what it returns and may be killed as anything else', async () => {
    await open();
    const actions = [{ do: 'jira', as: 'app', path: '/rest/api/3/myself' }];
    await host.perform({ do: 'set', key: 'order:often', value: { actions } });
    host.killAt({ call: 1, when: 'before', of: 'jira' });
    await pass(5 * MINUTE);
    expect(host.requests).toEqual([]);
    expect(host.calls().killed).toBe(true);
    expect(host.emitted()).toContainEqual({ kind: 'result', text: '{"ignored":true}' });
  });
});

describe('a jump to delayed work', () => {
  const late = (minutes: number) =>
    host.perform({
      do: 'push',
      queue: 'plain',
      events: [{ body: { name: 'late' }, delayInSeconds: minutes * 60 }],
    });

  test('is no time passing: nothing that is scheduled runs', async () => {
    await open();
    await late(15);
    expect(await host.idle()).toBe(true);
    expect(host.clock.now()).toBe(Date.UTC(2031, 0, 1) + 15 * MINUTE);
    expect(runs()).toEqual([]);
    await pass(4 * MINUTE);
    expect(runs()).toEqual([]);
    await pass(MINUTE);
    expect(runs()).toHaveLength(2);
  });

  test('is not made for what is scheduled: the site comes to rest', async () => {
    await open();
    expect(await host.idle(100)).toBe(true);
    expect(host.clock.now()).toBe(Date.UTC(2031, 0, 1));
  });
});

test('plans survive the site', async () => {
  const store = openStore();
  const clock = manualClock(Date.UTC(2031, 0, 1));
  await open({ store, clock });
  await pass(5 * MINUTE);
  await host.close();
  clock.advance(3 * MINUTE);
  await open({ store, clock });
  await pass(MINUTE);
  expect(runs()).toEqual([]);
  await pass(MINUTE);
  expect(runs()).toEqual(['often']);
});
