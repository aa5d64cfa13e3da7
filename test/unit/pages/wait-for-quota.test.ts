/** Whoever walks through much waits for a quota, and for nothing else. */
import { expect, test } from '@jest/globals';
import { CallFailure } from '../../../static/app/src/bridge/call-failure';
import { waitForQuota } from '../../../static/app/src/data/wait-for-quota';

const NOW = 1_000_000;

/** Is refused so often, and remembers how long it was waited each time. */
function asking(refusals: number, failure: CallFailure) {
  const waited: number[] = [];
  let asked = 0;
  const ask = () => (asked++ < refusals ? Promise.reject(failure) : Promise.resolve('answer'));
  const sleep = (ms: number) => Promise.resolve(void waited.push(ms));
  return { answer: waitForQuota(ask, () => NOW, sleep), waited };
}

const SPENT = new CallFailure('too-many', undefined, NOW + 7000);

test.each([
  ['none', 0, []],
  ['once', 1, [7000]],
  ['three times', 3, [7000, 7000, 7000]],
])('refused %s it has the answer', async (_, refusals, waits) => {
  const { answer, waited } = asking(refusals, SPENT);
  expect(await answer).toBe('answer');
  expect(waited).toEqual(waits);
});

test.each([
  ['what others spend each time', 1000, SPENT, 10],
  ['what a person may not', 1, new CallFailure('unauthorised'), 0],
  ['a service that said when to come back', 1, new CallFailure('upstream', undefined, NOW + 7000), 0],
])('%s is told', async (_, refusals, failure, waits) => {
  const { answer, waited } = asking(refusals, failure);
  await expect(answer).rejects.toBe(failure);
  expect(waited).toHaveLength(waits);
});
