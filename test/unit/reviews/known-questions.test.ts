/** Which questions an event may name: what the review had when it was last read, and once an hour another. */
import { expect, test } from '@jest/globals';
import { createKnownQuestions } from '../../../src/reviews/known-questions';
import { MemoryKeyValues } from '../../builders/key-values';
import { WORKLOAD_ARN } from '../../builders/review';

const HOUR = 3_600_000;

function knownAt(clock: { time: number }) {
  const kvs = new MemoryKeyValues();
  const known = createKnownQuestions(kvs, { now: () => clock.time });
  const read = async (ids: readonly string[]) => (await known.open(WORKLOAD_ARN))(ids);
  return { kvs, known, read, judge: (id: string) => known.judge(WORKLOAD_ARN, id) };
}

test('where no review was read every question may be one of it', async () => {
  const { known, judge } = knownAt({ time: 0 });
  await known.asked(WORKLOAD_ARN);
  expect(await judge('any')).toBe('known');
});

test('an unknown question is followed once an hour, whichever it is, and a known one always', async () => {
  const clock = { time: 10 * HOUR };
  const { known, read, judge } = knownAt(clock);
  await read(['ops', 'sec', 'sec']);
  expect([await judge('ops'), await judge('x')]).toEqual(['known', 'unknown']);
  await known.asked(WORKLOAD_ARN);
  expect([await judge('ops'), await judge('x'), await judge('y')]).toEqual(['known', 'made-up', 'made-up']);
  clock.time += HOUR;
  expect(await judge('y')).toBe('unknown');
});

test('what a lens has anew is known once it was read, and what it lost is not', async () => {
  const { known, read, judge } = knownAt({ time: HOUR });
  await read(['old']);
  await known.asked(WORKLOAD_ARN);
  await read(['new']);
  expect([await judge('new'), await judge('old')]).toEqual(['known', 'made-up']);
});

test('a review that has the same questions is not stored again', async () => {
  const { kvs, read } = knownAt({ time: 0 });
  await read(['a', 'b']);
  const before = kvs.writes;
  await read(['b', 'a', 'b']);
  expect(kvs.writes).toBe(before);
});

test('the largest legal workload fits one value', async () => {
  const { read, judge } = knownAt({ time: 0 });
  await read(Array.from({ length: 4000 }, (_, nth) => `${nth}`.padEnd(128, 'q')));
  expect(await judge('0'.padEnd(128, 'q'))).toBe('known');
});
