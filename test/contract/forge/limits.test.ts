/** Limits of what a function may take: time, memory, words, invocations, and what it may set off. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';
import { type EchoHost, echoHost } from './echo-host';

let host: EchoHost;
afterEach(() => host.close());

/** Milliseconds by which two clocks that round may differ. */
const ROUNDING = 10;

const insist = (...actions: object[]) => host.invoke({ functionKey: 'insist', payload: { actions } });
const pause = (seconds: number) => ({ do: 'pause', ms: seconds * 1000 });

async function consumeIn(queue: string, name: string, ...actions: object[]): Promise<number> {
  await host.perform({ do: 'push', queue, events: [{ body: { name, actions } }] });
  await host.idle();
  const [stored] = await host.perform({ do: 'get', key: `deliveries:${name}` });
  return (stored?.value as unknown[]).length;
}

describe('the time of an invocation', () => {
  test('goes by in the pauses that the clock jumps over, and is up in the middle of one', async () => {
    const clock = manualClock(1_000_000);
    host = await echoHost({ clock });
    await insist(pause(12), pause(12));
    expect(clock.now()).toBeCloseTo(1_024_000, -3);
    const before = clock.now();
    await expect(insist(pause(12), pause(12), pause(12))).rejects.toMatchObject({ code: 'TIME_LIMIT' });
    expect(clock.now() - before).toBeLessThanOrEqual(25_000 + ROUNDING);
    expect(clock.now() - before).toBeGreaterThan(24_000 - 1000);
  });

  test('that is left says the same', async () => {
    host = await echoHost();
    const [, left] = await host.perform(pause(20) as never, { do: 'remaining' });
    expect(left?.value).toBeLessThanOrEqual(5000 + ROUNDING);
    expect(left?.value).toBeGreaterThan(2000);
  });

  test('of a consumer is what the manifest says', async () => {
    host = await echoHost();
    expect(await consumeIn('hasty', 'short', pause(0.3))).toBe(1);
    expect(await consumeIn('hasty', 'long', pause(3))).toBeGreaterThan(1);
    expect(await consumeIn('patient', 'patient', pause(890))).toBe(1);
    expect(host.logs().filter((line) => /hasty-consumer .*timed-out/.test(line))).not.toEqual([]);
  });

  test('is its own: neither what another one pauses counts, nor what the clock is moved by hand', async () => {
    host = await echoHost();
    await host.perform({
      do: 'push',
      queue: 'patient',
      events: [{ body: { name: 'p', actions: [pause(600)] } }],
    });
    const before = host.clock.now();
    await expect(insist({ do: 'sleep', ms: 1500 })).resolves.toEqual({ ok: true });
    expect(host.clock.now() - before).toBeGreaterThan(600_000);
    const sleeping = insist({ do: 'sleep', ms: 1000 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    host.advanceClock(86_400_000);
    await expect(sleeping).resolves.toEqual({ ok: true });
  });

  test('asleep is charged for', async () => {
    host = await echoHost({ clock: manualClock(0) });
    await consumeIn('small', 's', pause(40));
    const { seconds = 0, gbSeconds = 0, invocations } = host.charges().functions['small-consumer'] ?? {};
    expect(invocations).toBe(1);
    expect(seconds).toBeGreaterThanOrEqual(40);
    expect(seconds).toBeLessThan(50);
    expect(gbSeconds).toBeCloseTo(seconds / 8, 5);
  });
});

test('memory is that of the function: more ends it', async () => {
  host = await echoHost();
  const fill = { do: 'fill', megabytes: 300 };
  expect(await consumeIn('patient', 'large', fill)).toBe(1);
  await consumeIn('small', 'small', { ...fill });
  expect(host.logs().some((line) => /small-consumer .*out-of-memory/.test(line))).toBe(true);
  expect(host.logs().some((line) => /patient-consumer .*out-of-memory/.test(line))).toBe(false);
});

test('buffers count as long as they are held', async () => {
  host = await echoHost();
  const buffer = { do: 'buffer', megabytes: 200 } as const;
  const results = await host.perform(buffer, buffer, buffer, buffer);
  expect(results.map(({ value }) => value)).toEqual(
    Array.from({ length: 4 }, () => ({ held: 200 * 2 ** 20 })),
  );
  await expect(host.perform({ ...buffer, megabytes: 700 })).rejects.toThrow('ran out of memory');
});

test.each([
  ['memory', { memory: 128 }, { do: 'fill', megabytes: 300 }, 'out-of-memory'],
  ['memory of buffers', { memory: 256 }, { do: 'buffer', megabytes: 300 }, 'out-of-memory'],
  ['time', { background: 1 }, pause(5), 'timed-out'],
])('%s can be tightened for all functions', async (_name, limits, action, ending) => {
  host = await echoHost({ limits });
  await consumeIn('patient', 'event', action);
  const endings = host.logs().map((line) => /patient-consumer .*(out-of-memory|timed-out)/.exec(line)?.[1]);
  expect(endings).toContain(ending);
});

test('log lines beyond 100 are dropped and marked; the next invocation has its own', async () => {
  host = await echoHost();
  await host.perform(
    ...Array.from({ length: 130 }, (_, nth) => ({ do: 'log' as const, text: `line ${nth}` })),
  );
  const lines = host.logs().filter((line) => line.includes('resolver'));
  expect(lines).toHaveLength(101);
  expect(lines.at(-2)).toMatch(/line 99$/);
  expect(lines.at(-1)).toMatch(/dropped: it reached the limit/);
  await host.perform({ do: 'log', text: 'again' });
  expect(host.logs().at(-1)).toMatch(/again$/);
  expect(host.charges().functions.resolver).toMatchObject({ logLines: 131, droppedLogLines: 30 });
});

describe('invocations', () => {
  const count = (accountId?: string) =>
    host.invoke({ functionKey: 'count', ...(accountId === undefined ? {} : { accountId }) });
  const REFUSED = { code: 'TOO_MANY_INVOCATIONS' };

  test('of one person are limited by the minute', async () => {
    host = await echoHost({ limits: { 'user-invocations': 2 } });
    await count('a');
    await count('a');
    await expect(count('a')).rejects.toMatchObject(REFUSED);
    await expect(count('b')).resolves.toBeDefined();
    host.advanceClock(60_000);
    await expect(count('a')).resolves.toBeDefined();
    expect(host.charges()).toMatchObject({
      refusedInvocations: 1,
      functions: { resolver: { invocations: 4 } },
    });
  });

  test('of the installation, web triggers included', async () => {
    host = await echoHost({ limits: { invocations: 1 } });
    await count();
    await expect(count('a')).rejects.toMatchObject(REFUSED);
    const id = host.webTriggerUrl('front-door').split('/').at(-1) ?? '';
    const request = { method: 'GET', headers: {}, userPath: '', queryParameters: {}, body: '' };
    expect(await host.callWebTrigger(id, request as never)).toEqual({ statusCode: 429 });
  });
});

test('pushes that one invocation causes are limited, and so are the events of a minute', async () => {
  host = await echoHost({ limits: { 'queue-cycle': 1, 'queue-events': 3 } });
  const push = (events: number) => ({
    do: 'push' as const,
    queue: 'plain',
    events: Array.from({ length: events }, () => ({ body: { name: 'n' } })),
  });
  const [first, second] = await host.perform(push(2), push(1));
  expect(first?.error).toBeUndefined();
  expect(second?.error?.message).toMatch(/cyclic/i);
  const [third] = await host.perform(push(2));
  expect(third?.error?.message).toMatch(/rate limit|too many/i);
  expect(host.charges().queue).toEqual({ pushes: 1, events: 2, refused: 2 });
});
