import { afterEach, describe, expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';
import type { ProductEvent } from '../../../sandbox/forge/host';
import type { HostOptions } from '../../../sandbox/forge/host-options';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { type EchoHost, echoHost } from './echo-host';
import { received } from './received';

let host: EchoHost;
afterEach(() => host.close());

async function open(options: Partial<HostOptions> = {}): Promise<void> {
  host = await echoHost(options);
}

const event = (eventType: string, more: object = {}): ProductEvent => ({
  eventType,
  selfGenerated: false,
  issue: { id: '10001', key: 'WA-1', fields: { summary: 'Plain' } },
  ...more,
});
const updated = (more: object = {}) => event('avi:jira:updated:issue', more);
const deleted = (id: string) => event('avi:jira:deleted:issue', { issue: { id } });

async function deliver(...events: ProductEvent[]): Promise<void> {
  for (const one of events) host.raise(one);
  expect(await host.idle()).toBe(true);
}

const modules = () => received(host).map(({ context }) => context.moduleKey);

describe('an event of Jira', () => {
  test('reaches every module that names it, as Jira raised it, with the place', async () => {
    await open();
    await deliver(updated());
    expect(modules().sort()).toEqual(['everything', 'of-others']);
    expect(received(host)[0]).toEqual({
      ...updated(),
      context: { cloudId: expect.any(String), moduleKey: expect.any(String) },
    });
  });

  test('that the app caused is told as such, and kept from modules that ignore their own', async () => {
    await open();
    await deliver(updated({ selfGenerated: true }));
    expect(received(host)).toMatchObject([{ selfGenerated: true, context: { moduleKey: 'everything' } }]);
  });

  test.each([
    ['meets the condition', { fields: { summary: 'Wanted' } }, true],
    ['does not meet it', { fields: { summary: 'Other' } }, false],
    ['breaks it where the module wants those', { fields: {} }, true],
  ])('that %s', async (_name, issue, comes) => {
    await open();
    await deliver(event('avi:jira:created:issue', { issue }));
    expect(modules().includes('with-a-summary')).toBe(comes);
  });

  test('that no module names is nothing', async () => {
    await open();
    expect(host.eventTypes.has('avi:jira:commented:issue')).toBe(false);
    await deliver(event('avi:jira:commented:issue'));
    expect(received(host)).toEqual([]);
  });

  test('of more than 200 kB is not delivered', async () => {
    await open();
    await deliver(updated({ filler: 'x'.repeat(200_000) }));
    expect(received(host)).toEqual([]);
    expect(host.logs().join('\n')).toContain('has more than 200 kB');
  });

  test('is handled on behalf of nobody, with storage, egress and logs as elsewhere', async () => {
    await open();
    const actions: Action[] = [
      { do: 'jira', as: 'app', path: '/rest/api/3/issue/10001' },
      { do: 'fetch', url: 'https://not-allowed.example.invalid/' },
    ];
    await host.perform({ do: 'set', key: 'order:everything', value: { actions } });
    await deliver(deleted('10001'));
    expect(host.requests).toContain('jira app GET /rest/api/3/issue/10001');
    expect(host.logs().join('\n')).toContain('URL not included in the external fetch backend permissions');
  });
});

describe('an event comes again', () => {
  const order = (value: object) => host.perform({ do: 'set', key: 'order:everything', value });

  test('when its function asks for it, four times at most', async () => {
    await open();
    await order({ again: 100, retryData: { page: 2 } });
    const before = host.clock.now();
    await deliver(deleted('1'));
    const retries = received(host).map(({ retryContext }) => retryContext);
    const again = { retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData: { page: 2 } };
    expect(retries).toEqual([undefined, ...[1, 2, 3, 4].map((retryCount) => ({ retryCount, ...again }))]);
    expect(host.clock.now() - before).toBeGreaterThanOrEqual(240_000);
    expect(host.logs().join('\n')).toContain('it came four times more');
  });

  test('without data that is no object', async () => {
    await open();
    await order({ again: 1, retryData: 'page 2' });
    await deliver(deleted('1'));
    expect(received(host)[1]!.retryContext).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
    });
  });

  test.each([
    ['throws', { do: 'throw' }],
    ['crashes', { do: 'exit' }],
  ] as const)('when its function %s, four times at most', async (_name, action) => {
    await open();
    await order({ actions: [action] });
    await deliver(deleted('1'));
    expect(received(host)).toHaveLength(5);
    expect(received(host)[1]!.retryContext).toMatchObject({ retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
  });

  test.each([
    [true, 2],
    [false, 1],
  ])('when it was killed and that is wanted: %s', async (redeliver, deliveries) => {
    await open();
    await order({ actions: [{ do: 'jira', as: 'app', path: '/x' }] });
    host.killAt({ call: 1, when: 'before', of: 'jira', redeliver });
    await deliver(deleted('1'));
    expect(received(host)).toHaveLength(deliveries);
  });
});

describe('with faults', () => {
  const ids = () => received(host).map(({ issue }) => issue.id);
  const twenty = Array.from({ length: 20 }, (_, index) => String(index));

  test('every event comes twice', async () => {
    await open();
    host.setEventFaults({ duplicate: true });
    await deliver(...twenty.map(deleted));
    expect(ids().sort()).toEqual([...twenty, ...twenty].sort());
  });

  test('some events are lost, the same ones every time', async () => {
    const left: string[][] = [];
    for (let time = 0; time < 2; time += 1) {
      await open({ clock: manualClock(Date.UTC(2031, 0, 1)) });
      host.setEventFaults({ lose: 0.3, seed: 5 });
      await deliver(...twenty.map(deleted));
      left.push(ids().sort());
      if (time === 0) await host.close();
    }
    expect(left[0]).toEqual(left[1]);
    expect(left[0]!.length).toBeGreaterThan(5);
    expect(left[0]!.length).toBeLessThan(20);
  });

  test('events come in another order, the same one every time, within 3 minutes', async () => {
    const orders: string[][] = [];
    for (let time = 0; time < 2; time += 1) {
      await open({ clock: manualClock(Date.UTC(2031, 0, 1)) });
      host.setEventFaults({ reorder: true });
      const before = host.clock.now();
      await deliver(...twenty.map(deleted));
      expect(host.clock.now() - before).toBeLessThanOrEqual(180_000);
      orders.push(ids());
      if (time === 0) await host.close();
    }
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).not.toEqual(twenty);
    expect([...orders[0]!].sort()).toEqual([...twenty].sort());
  });

  test('events are late, and idle waits for them', async () => {
    await open();
    host.setEventFaults({ delayMs: 120_000 });
    const before = host.clock.now();
    await deliver(deleted('1'));
    expect(host.clock.now() - before).toBeGreaterThanOrEqual(120_000);
    expect(ids()).toEqual(['1']);
  });

  test('a late event waits until time has passed, where nothing jumps', async () => {
    await open({ fastForward: false });
    host.setEventFaults({ delayMs: 120_000 });
    host.raise(deleted('1'));
    expect(await host.idle(50)).toBe(false);
    host.advanceClock(120_000);
    expect(await host.idle()).toBe(true);
    expect(ids()).toEqual(['1']);
  });
});
