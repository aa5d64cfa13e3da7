import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../../sandbox/store/store';
import type { Action } from '../../fixtures/echo-app/src/perform';
import { type EchoHost, echoHost } from './echo-host';

interface Delivery {
  readonly eventId: string;
  readonly at: number;
  readonly retryContext: { retryCount: number; retryReason: string; retryData: unknown } | null;
}

let host: EchoHost;
beforeAll(async () => {
  host = await echoHost();
});
beforeEach(async () => {
  host.setQueueFaults({});
  host.advanceClock(60_000);
  await host.idle();
  await host.perform(
    ...['a', 'b', 'c', 'd'].map((name) => ({ do: 'delete', key: `deliveries:${name}` }) as const),
  );
});
afterAll(() => host.close());

const push = (queue: string, ...events: Record<string, unknown>[]): Action => ({ do: 'push', queue, events });

async function deliveries(name: string, on: EchoHost = host): Promise<Delivery[]> {
  const [result] = await on.perform({ do: 'get', key: `deliveries:${name}` });
  return (result?.value ?? []) as Delivery[];
}

async function pushAndDrain(queue: string, ...events: Record<string, unknown>[]): Promise<void> {
  const [result] = await host.perform(push(queue, ...events));
  expect(result?.error).toBeUndefined();
  expect(await host.idle()).toBe(true);
}

describe('an event', () => {
  test('is delivered once, without a retry context', async () => {
    await pushAndDrain('plain', { body: { name: 'a' } });
    expect(await deliveries('a')).toEqual([expect.objectContaining({ retryContext: null })]);
  });

  test('with a delay is delivered that much later by the site’s clock', async () => {
    const before = host.clock.now();
    await pushAndDrain('plain', { body: { name: 'a' }, delayInSeconds: 600 });
    const [delivery] = await deliveries('a');
    expect(delivery!.at - before).toBeGreaterThanOrEqual(600_000);
    expect(delivery!.at - before).toBeLessThan(610_000);
  });

  test('of a queue without a consumer is dropped', async () => {
    await pushAndDrain('nobody', { body: { name: 'a' } });
    expect(host.logs().join('\n')).toContain('queue nobody has no consumer');
  });
});

describe('an event comes again', () => {
  const failing = (action: Action) => ({ body: { name: 'a', attempts: 1, actions: [action] } });

  test('when its consumer asks for it, after the time and with the data it asked for', async () => {
    await pushAndDrain('plain', { body: { name: 'a', attempts: 3 } });
    const [first, second, third] = await deliveries('a');
    expect(second!.retryContext).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: { after: first!.eventId },
    });
    expect(third!.retryContext).toMatchObject({ retryCount: 2 });
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(30_000);
    expect(second!.at - first!.at).toBeLessThan(35_000);
  });

  test.each([
    ['throws', 'plain', { do: 'throw' }, 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
    ['crashes', 'plain', { do: 'exit' }, 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
    ['runs over its time', 'hasty', { do: 'spin' }, 'FUNCTION_TIME_OUT'],
  ] as const)('when its consumer %s', async (_name, queue, action, retryReason) => {
    await pushAndDrain(queue, failing(action));
    const [, again, ...more] = await deliveries('a');
    expect(more).toEqual([]);
    expect(again!.retryContext).toMatchObject({ retryCount: 1, retryReason, retryData: null });
  });

  test('until its 24 hours are over, with pauses of at most 15 minutes', async () => {
    await pushAndDrain('plain', { body: { name: 'a', attempts: 1000, actions: [{ do: 'throw' }] } });
    const times = (await deliveries('a')).map(({ at }) => at);
    const pauses = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.max(...pauses)).toBeGreaterThanOrEqual(900_000);
    expect(Math.max(...pauses)).toBeLessThan(905_000);
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(23 * 3_600_000);
    expect(times.at(-1)! - times[0]!).toBeLessThan(24 * 3_600_000);
  });

  test('when told to deliver everything twice', async () => {
    host.setQueueFaults({ deliverTwice: true });
    await pushAndDrain('plain', { body: { name: 'a' } });
    const [first, second, ...more] = await deliveries('a');
    expect(second!.eventId).toBe(first!.eventId);
    expect(more).toEqual([]);
  });
});

describe('events with a concurrency key', () => {
  const sleeper = (name: string, limit: number) => ({
    body: { name, actions: [{ do: 'sleep', ms: 150 }] },
    concurrency: { key: 'workload', limit },
  });

  test.each([
    ['of limit 1 run one after the other', 1, 400],
    ['of limit 3 run together', 3, 0],
  ])('%s', async (_name, limit, leastSpread) => {
    await pushAndDrain(
      'plain',
      { body: { name: 'warm-1' } },
      { body: { name: 'warm-2' } },
      { body: { name: 'warm-3' } },
    );
    const names = ['a', 'b', 'c', 'd'];
    await pushAndDrain('plain', ...names.map((name) => sleeper(name, limit)));
    const times = (await Promise.all(names.map((name) => deliveries(name)))).map(
      ([delivery]) => delivery!.at,
    );
    const spread = Math.max(...times) - Math.min(...times);
    expect(spread).toBeGreaterThanOrEqual(leastSpread);
    if (limit > 1) expect(spread).toBeLessThan(400);
  });
});

describe('a push', () => {
  const small = { body: { name: 'a' } };
  const sized = (kilobytes: number) => ({ body: { name: 'a', filler: 'x'.repeat(kilobytes * 1024) } });
  test.each([
    ['of 50 events is taken', 'plain', Array.from({ length: 50 }, () => small), undefined],
    ['of 51 events is refused', 'plain', Array.from({ length: 51 }, () => small), /more than the 50 events/],
    ['of 150 KB is taken', 'plain', [sized(150)], undefined],
    ['of 201 KB is refused', 'plain', [sized(201)], /maximum payload size is 200KB/],
    ['of 90 KB for a long running consumer is taken', 'patient', [sized(90)], undefined],
    ['of 101 KB for a long running consumer is refused', 'patient', [sized(101)], /100KB/],
    ['with a delay of 901 s is refused', 'plain', [{ ...small, delayInSeconds: 901 }], /between 0 and 900/],
  ])('%s', async (_name, queue, events, message) => {
    const [result] = await host.perform(push(queue, ...events));
    if (message === undefined) expect(result?.value).toEqual({ jobId: expect.any(String) });
    else expect(result?.error?.message).toMatch(message);
  });

  test('of more than 500 events within a minute is refused, and taken a minute later', async () => {
    const fifty = push('nobody', ...Array.from({ length: 50 }, () => small));
    const results = await host.perform(...Array.from({ length: 11 }, () => fifty));
    expect(results.map(({ error }) => error?.message)).toEqual([
      ...Array.from({ length: 10 }, () => undefined),
      'Too many requests.',
    ]);
    host.advanceClock(60_000);
    expect((await host.perform(fifty))[0]?.error).toBeUndefined();
  });
});

describe('a job', () => {
  test('counts its events', async () => {
    const [pushed] = await host.perform(push('plain', { body: { name: 'a' } }, { body: { name: 'b' } }));
    const { jobId: job } = pushed!.value as { jobId: string };
    await host.idle();
    const [stats] = await host.perform({ do: 'job', queue: 'plain', job });
    expect(stats?.value).toEqual({ success: 2, inProgress: 0, failed: 0 });
  });

  test('that is cancelled leaves what has not started undelivered', async () => {
    const patient = await echoHost({ fastForward: false });
    const [pushed] = await patient.perform(push('plain', { body: { name: 'a' }, delayInSeconds: 60 }));
    const { jobId: job } = pushed!.value as { jobId: string };
    await patient.perform({ do: 'job', queue: 'plain', job, cancel: true });
    patient.advanceClock(60_000);
    expect(await patient.idle()).toBe(true);
    expect(await deliveries('a', patient)).toEqual([]);
    await patient.close();
  });

  test('that does not exist is not found', async () => {
    const [result] = await host.perform({ do: 'job', queue: 'plain', job: randomUUID() });
    expect(result?.error?.message).toMatch(/was not found/);
  });
});

test('an event that a consumer had when the site ended is delivered by the next one', async () => {
  const store = openStore();
  const first = await echoHost({ store });
  await first.perform(push('plain', { body: { name: 'a', actions: [{ do: 'sleep', ms: 60_000 }] } }));
  while ((await deliveries('a', first)).length === 0) await sleep(20);
  await first.close();
  const second = await echoHost({ store });
  expect(await second.idle()).toBe(true);
  const [, again] = await deliveries('a', second);
  expect(again!.retryContext).toMatchObject({ retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
  await second.close();
}, 20_000);
