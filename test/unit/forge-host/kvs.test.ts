import { describe, expect, test } from '@jest/globals';
import { manualClock } from '../../../sandbox/clock';
import { createKvs } from '../../../sandbox/forge/kvs/kvs';
import { openStore } from '../../../sandbox/store/store';

function storage(queryLagMs = 0, expiryLagMs = 0) {
  const clock = manualClock(1_000_000);
  const kvs = createKvs({ store: openStore(), clock, queryLagMs, expiryLagMs });
  const ask = (operation: string, body: unknown) => kvs.endpoint(`/api/v1/${operation}`, body);
  return { ask, clock };
}

const keys = (answer: { body?: unknown }) =>
  (answer.body as { data: { key: string }[] }).data.map(({ key }) => key);

function nested(levels: number): unknown {
  let value: unknown = 'leaf';
  for (let level = 0; level < levels; level++) value = { value };
  return value;
}

describe('a key and a value', () => {
  const text = (bytes: number) => 'x'.repeat(bytes - 2);
  test.each([
    ['an ordinary pair', { key: 'run:1#a b_c.d-e', value: { a: 1 } }, 204, undefined],
    ['a key of 500 characters', { key: 'k'.repeat(500), value: 1 }, 204, undefined],
    ['a key of 501 characters', { key: 'k'.repeat(501), value: 1 }, 400, 'KEY_TOO_LONG'],
    ['an empty key', { key: '', value: 1 }, 400, 'KEY_TOO_SHORT'],
    ['a key of spaces', { key: '  ', value: 1 }, 400, 'INVALID_KEY'],
    ['a key with a slash', { key: 'a/b', value: 1 }, 400, 'INVALID_KEY'],
    ['a value of 240 KiB', { key: 'k', value: text(240 * 1024) }, 204, undefined],
    ['a value one byte bigger', { key: 'k', value: text(240 * 1024 + 1) }, 400, 'MAX_SIZE'],
    ['a value nested 31 deep', { key: 'k', value: nested(31) }, 204, undefined],
    ['a value nested 32 deep', { key: 'k', value: nested(32) }, 400, 'MAX_DEPTH'],
    ['no value', { key: 'k' }, 400, 'INVALID_VALUE'],
    ['an entity', { key: 'k', value: 1, entityName: 'e' }, 400, 'VALIDATION_ERROR'],
  ])('%s', (_name, body, status, code) => {
    const answer = storage().ask('set', body);
    expect(answer.status).toBe(status);
    expect((answer.body as { code?: string } | undefined)?.code).toBe(code);
  });
});

describe('set', () => {
  test('with FAIL_IF_EXISTS writes once', () => {
    const { ask } = storage();
    const body = { key: 'lease', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } };
    expect(ask('set', body).status).toBe(204);
    expect(ask('set', body)).toMatchObject({ status: 409, body: { code: 'KEY_CONFLICT' } });
  });

  test('with FAIL_IF_EXISTS writes again once the value has expired', () => {
    const { ask, clock } = storage();
    const options = { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'MINUTES' } };
    ask('set', { key: 'lease', value: 1, options });
    clock.advance(60_000);
    expect(ask('get', { key: 'lease' })).toMatchObject({ status: 404, body: { code: 'KEY_NOT_FOUND' } });
    expect(ask('set', { key: 'lease', value: 2, options }).status).toBe(204);
  });

  test.each([
    ['PREVIOUS', 'old'],
    ['LATEST', 'new'],
  ])('answers the %s value when asked', (returnValue, value) => {
    const { ask } = storage();
    ask('set', { key: 'k', value: 'old' });
    const options = { keyPolicy: 'OVERRIDE', returnValue };
    expect(ask('set', { key: 'k', value: 'new', options })).toMatchObject({ status: 200, body: { value } });
  });
});

test('secrets and values do not see each other', () => {
  const { ask } = storage();
  ask('secret/set', { key: 'k', value: 'secret' });
  expect(ask('get', { key: 'k' }).status).toBe(404);
  expect(keys(ask('query', {}))).toEqual([]);
  expect(ask('secret/get', { key: 'k' })).toMatchObject({ body: { value: 'secret' } });
});

describe('query', () => {
  test('answers pages by prefix, in the order of the keys', () => {
    const { ask } = storage();
    for (const key of ['b:2', 'a:3', 'a:1', 'a:2']) ask('set', { key, value: key });
    const where = [{ property: 'key', condition: 'BEGINS_WITH', values: ['a:'] }];
    const first = ask('query', { where, limit: 2 });
    expect(keys(first)).toEqual(['a:1', 'a:2']);
    const { cursor } = first.body as { cursor: string };
    const second = ask('query', { where, limit: 2, after: cursor });
    expect(keys(second)).toEqual(['a:3']);
    expect(second.body).not.toHaveProperty('cursor');
  });

  test('has 10 results unless asked for more, and refuses more than 100', () => {
    const { ask } = storage();
    for (let i = 0; i < 20; i++) ask('set', { key: `k${i}`, value: i });
    expect(keys(ask('query', {}))).toHaveLength(10);
    expect(keys(ask('query', { limit: 100 }))).toHaveLength(20);
    expect(ask('query', { limit: 101 }).status).toBe(400);
  });

  test('refuses a cursor that is made up, or of another query', () => {
    const { ask } = storage();
    for (const key of ['a:1', 'a:2', 'b:1']) ask('set', { key, value: key });
    const { cursor } = ask('query', { limit: 1 }).body as { cursor: string };
    const where = [{ property: 'key', condition: 'BEGINS_WITH', values: ['a:'] }];
    for (const query of [{ after: 'zzz' }, { after: '' }, { after: cursor, where }])
      expect(ask('query', query)).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } });
  });

  test('may lag where get does not', () => {
    const { ask, clock } = storage(5_000);
    ask('set', { key: 'k', value: 1 });
    expect(keys(ask('query', {}))).toEqual([]);
    expect(ask('get', { key: 'k' }).status).toBe(200);
    clock.advance(5_000);
    expect(keys(ask('query', {}))).toEqual(['k']);
  });
});

describe('a value that expires late', () => {
  const HOUR_MS = 3_600_000;
  const names = Array.from({ length: 40 }, (_, i) => `k${i}`);
  const options = { ttl: { value: 1, unit: 'HOURS' } };

  test('is read, listed and in the way until it is gone, within 48 hours', () => {
    const { ask, clock } = storage(0, 1_000 * HOUR_MS);
    for (const key of names) ask('set', { key, value: 1, options });
    const there = () => names.filter((key) => ask('get', { key }).status === 200);
    const counts = [1, 24, 49].map((hours) => {
      clock.advance(hours * HOUR_MS - (clock.now() - 1_000_000));
      expect(keys(ask('query', { limit: 100 })).sort()).toEqual([...there()].sort());
      return there().length;
    });
    expect(counts[0]).toBe(40);
    expect(counts[1]).toBeGreaterThan(0);
    expect(counts[1]).toBeLessThan(40);
    expect(counts[2]).toBe(0);
  });

  test('conflicts with one that may not be written over', () => {
    const { ask, clock } = storage(0, 48 * HOUR_MS);
    ask('set', { key: 'k0', value: 1, options });
    clock.advance(HOUR_MS + 1);
    expect(ask('set', { key: 'k0', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } }).status).toBe(409);
  });
});

describe('several operations in one request', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `k${i}`, value: i }));
  test.each([
    ['a transaction of 25', 'transaction', { set: many(25) }, 204],
    ['a transaction of 26', 'transaction', { set: many(20), delete: many(26).slice(20) }, 422],
    ['a transaction of none', 'transaction', {}, 400],
    ['a transaction with a key twice', 'transaction', { set: many(1), delete: many(1) }, 400],
    ['a batch of 25', 'batch/set', many(25), 200],
    ['a batch of 26', 'batch/set', many(26), 400],
    ['a batch of none', 'batch/get', [], 400],
    ['a batch with a key twice', 'batch/delete', [...many(1), ...many(1)], 400],
    [
      'a batch of more than 4 MB',
      'batch/set',
      many(25).map((i) => ({ ...i, value: 'x'.repeat(180_000) })),
      400,
    ],
  ])('%s', (_name, operation, body, status) => {
    expect(storage().ask(operation, body).status).toBe(status);
  });

  test('a transaction with one bad value writes nothing', () => {
    const { ask } = storage();
    expect(ask('transaction', { set: [{ key: 'good', value: 1 }, { key: 'bad' }] }).status).toBe(400);
    expect(ask('get', { key: 'good' }).status).toBe(404);
  });

  test('a batch with one bad value writes the others and names it', () => {
    const { ask } = storage();
    const answer = ask('batch/set', [{ key: 'good', value: 1 }, { key: 'bad' }]);
    expect(answer.body).toEqual({
      successfulKeys: [{ key: 'good' }],
      failedKeys: [{ key: 'bad', error: expect.objectContaining({ code: 'INVALID_VALUE' }) }],
    });
  });

  test('a batch read answers what is there and names what is not', () => {
    const { ask } = storage();
    ask('set', { key: 'there', value: 1 });
    expect(ask('batch/get', [{ key: 'there' }, { key: 'gone' }]).body).toMatchObject({
      successfulKeys: [{ key: 'there', value: 1 }],
      failedKeys: [{ key: 'gone', error: { code: 'KEY_NOT_FOUND' } }],
    });
  });
});
