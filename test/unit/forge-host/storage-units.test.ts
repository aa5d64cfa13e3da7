import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { manualClock } from '../../../sandbox/clock';
import { createKvs } from '../../../sandbox/forge/kvs/kvs';
import { type Limits, limitsWith } from '../../../sandbox/limits/table';
import { openStore } from '../../../sandbox/store/store';

function storage(changed: Partial<Limits> = {}) {
  const clock = manualClock(1_000_000);
  const kvs = createKvs({ store: openStore(), clock, limits: limitsWith(changed) });
  return {
    clock,
    ask: (operation: string, body: unknown) => kvs.endpoint(`/api/v1/${operation}`, body),
    charges: () => kvs.meter.charges(),
  };
}

/** As JSON so many bytes. */
const text = (bytes: number) => 'x'.repeat(bytes - 2);
const value = (bytes: number) => ({ key: 'k', value: text(bytes) });

describe('an operation costs', () => {
  test.each([
    ['a small value', 'set', value(5), 0, 1, 1],
    ['10 KB', 'set', value(10_000), 0, 1, 1],
    ['a byte more', 'set', value(10_001), 0, 2, 1],
    ['a secret', 'secret/set', value(25_000), 0, 3, 1],
    ['a missing key', 'get', { key: 'none' }, 1, 0, 1],
    ['a deletion', 'delete', { key: 'none' }, 0, 1, 1],
    [
      'each key of a batch',
      'batch/set',
      [
        { key: 'a', value: 1 },
        { key: 'b', value: text(10_001) },
      ],
      0,
      3,
      2,
    ],
    ['each missing key of a batch', 'batch/get', [{ key: 'a' }, { key: 'b' }], 2, 0, 2],
    ['each deletion of a batch', 'batch/delete', [{ key: 'a' }, { key: 'b' }, { key: 'c' }], 0, 3, 3],
    [
      'each key of a transaction',
      'transaction',
      { set: [{ key: 'a', value: text(20_001) }], delete: [{ key: 'b' }] },
      0,
      4,
      2,
    ],
    ['a query that finds nothing', 'query', {}, 1, 0, 1],
  ])('%s', (_name, operation, body, read, written, operations) => {
    const { ask, charges } = storage();
    ask(operation, body);
    expect(charges()).toMatchObject({ read: { total: read }, written: { total: written }, operations });
  });

  test.each([
    ['a value that is read, by its size', 'get', { key: 'b' }, 3, 1],
    ['all keys of a batch that are there', 'batch/get', [{ key: 'a' }, { key: 'b' }, { key: 'c' }], 5, 3],
    ['what a query returns', 'query', {}, 4, 2],
  ])('%s', (_name, operation, body, read, operations) => {
    const { ask, charges } = storage();
    ask('batch/set', [
      { key: 'a', value: 1 },
      { key: 'b', value: text(20_001) },
    ]);
    ask(operation, body);
    expect(charges()).toMatchObject({ read: { total: read }, operations: 2 + operations });
  });
});

describe('beyond the limit', () => {
  const LIMITED = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED' } };

  test('a write is refused and not done', () => {
    const { ask, clock } = storage({ storage: 3 });
    expect(
      ask(
        'batch/set',
        ['a', 'b', 'c'].map((key) => ({ key, value: 1 })),
      ).status,
    ).toBe(200);
    expect(ask('set', { key: 'd', value: 1 })).toMatchObject(LIMITED);
    expect(ask('get', { key: 'd' }).status).toBe(404);
    clock.advance(59_999);
    expect(ask('set', { key: 'd', value: 1 })).toMatchObject(LIMITED);
    clock.advance(1);
    expect(ask('set', { key: 'd', value: 1 }).status).toBe(204);
  });

  test('reads and writes have units of their own', () => {
    const { ask } = storage({ storage: 1 });
    expect(ask('set', { key: 'a', value: 1 }).status).toBe(204);
    expect(ask('get', { key: 'a' }).status).toBe(200);
    expect(ask('get', { key: 'a' })).toMatchObject(LIMITED);
    expect(ask('query', {})).toMatchObject(LIMITED);
    expect(ask('secret/get', { key: 'a' })).toMatchObject(LIMITED);
  });

  test('1,000 keys a second, 4,000 units a minute', () => {
    const { ask, clock, charges } = storage();
    const keys = Array.from({ length: 25 }, (_, at) => ({ key: `k${at}` }));
    let answered = 0;
    for (let second = 0; second < 10; second += 1) {
      for (let batch = 0; batch < 60; batch += 1) if (ask('batch/get', keys).status === 200) answered += 25;
      if (second === 0) expect(answered).toBe(1000);
      clock.advance(1000);
    }
    expect(answered).toBe(4000);
    expect(charges()).toMatchObject({ read: { total: 4000, worstMinute: 4000, worstSecond: 1000 } });
    expect(charges().refused).toBe(600 - 160);
  });

  test('whatever is asked for, no minute holds more, and no second', () => {
    const operation = fc.oneof(
      fc.constant(['get', { key: 'k' }] as const),
      fc.constant(['query', {}] as const),
      fc.integer({ min: 2, max: 50_000 }).map((bytes) => ['set', value(bytes)] as const),
      fc
        .integer({ min: 1, max: 25 })
        .map(
          (count) => ['batch/get', Array.from({ length: count }, (_, at) => ({ key: `k${at}` }))] as const,
        ),
    );
    const steps = fc.array(fc.tuple(fc.oneof(fc.nat({ max: 500 }), fc.nat({ max: 20_000 })), operation), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (sequence) => {
        const { ask, clock, charges } = storage({ storage: 30, 'storage-second': 20 });
        const done: { readonly at: number; readonly keys: number }[] = [];
        for (const [pass, [name, body]] of sequence) {
          clock.advance(pass);
          const before = charges().operations;
          ask(name, body);
          done.push({ at: clock.now(), keys: charges().operations - before });
        }
        for (const { at } of done) {
          const second = done.filter((each) => each.at >= at && each.at < at + 1000);
          expect(second.reduce((sum, { keys }) => sum + keys, 0)).toBeLessThanOrEqual(20);
        }
        const { read, written } = charges();
        expect(read.worstMinute).toBeLessThanOrEqual(30);
        expect(written.worstMinute).toBeLessThanOrEqual(30);
      }),
    );
  });
});
