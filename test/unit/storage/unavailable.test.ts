/** Storage that fails: what is asked again, what is taken for done, and what is told. */
import { ForgeKvsAPIError } from '@forge/kvs';
import { describe, expect, test } from '@jest/globals';
import { steady } from '../../../src/storage/steady-storage';
import { patiently, StorageUnavailable } from '../../../src/storage/unavailable';

function refusal(status: number, code = 'UNKNOWN_ERROR'): ForgeKvsAPIError {
  const details = { status, statusText: '', traceId: null, httpMethod: 'POST', httpPath: '/api/v1/get' };
  return new ForgeKvsAPIError({ ...details, responseBodyLength: 0 }, { code, message: 'refused' });
}

/** A storage whose answers are these, one after another; the last one stays. */
function answering(...answers: readonly unknown[]) {
  let asked = 0;
  const waits: number[] = [];
  const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
  const next = () => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { next, asked: () => asked, waits, patience: { sleep, jitter: () => 0.5 } };
}

describe('storage is asked again', () => {
  test.each([
    ['too many requests', refusal(429, 'RATE_LIMIT_EXCEEDED')],
    ['a failure of the server', refusal(500)],
    ['a gateway', refusal(503)],
    ['half an answer', refusal(200)],
    ['no answer', new TypeError('fetch failed')],
  ])('after %s', async (_, error) => {
    const { next, asked, waits, patience } = answering(error, 'a value');
    expect(await patiently(next, patience)).toBe('a value');
    expect(asked()).toBe(2);
    expect(waits).toEqual([300]);
  });

  test.each([
    ['a request that is wrong', refusal(400, 'BAD_REQUEST')],
    ['a condition that is not met', refusal(400, 'CONDITIONAL_CHECK_FAILED')],
    ['a key that is taken', refusal(409, 'KEY_CONFLICT')],
  ])('not after %s', async (_, error) => {
    const { next, asked, patience } = answering(error);
    await expect(patiently(next, patience)).rejects.toBe(error);
    expect(asked()).toBe(1);
  });

  test('four times, within five seconds; then it is unavailable, and why is kept', async () => {
    const error = refusal(500);
    const { next, asked, waits, patience } = answering(error);
    const failed = await patiently(next, patience).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(StorageUnavailable);
    expect(failed).toMatchObject({ cause: error, reason: { code: 'storage-unavailable' } });
    expect(asked()).toBe(4);
    expect(waits.reduce((sum, each) => sum + each, 0)).toBeLessThan(5_000);
  });
});

describe('the same storage, steady', () => {
  test('asks again for promises of its own and of what it builds, and keeps chains together', async () => {
    const { next, asked, patience } = answering(refusal(500), 'first', refusal(429), 'second');
    class Query {
      limits: number[] = [];
      limit(most: number): this {
        this.limits.push(most);
        return this;
      }
      getMany() {
        return next();
      }
    }
    const storage = { get: (key: string) => next().then((value) => [key, value]), query: () => new Query() };
    const it = steady(storage, patience);
    expect(await it.get('a key')).toEqual(['a key', 'first']);
    const query = it.query();
    expect(await query.limit(2).limit(3).getMany()).toBe('second');
    expect(query.limits).toEqual([2, 3]);
    expect(asked()).toBe(4);
  });
});
