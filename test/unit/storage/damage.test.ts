import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode, NOT_JSON } from '../../../src/storage/decode';
import { loadLong, saveLong } from '../../../src/storage/long-value';
import { openLongRecord } from '../../../src/storage/open-long-record';
import { MemoryKeyValues } from '../../builders/key-values';
import { goodOf, withStored, type Damaged, type Outcome } from './damage';
import { at, RECORDS, type KnownRecord } from './records';
import { PAGE, pageOfRecords } from './table';

const named = RECORDS.map((record): [string, KnownRecord] => [record.definition.name, record]);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** With the version that the current code would write. */
function versioned({ definition: { version } }: KnownRecord, json: unknown): unknown {
  return version === 1 ? json : { ...(json as object), v: version };
}

function outcomeOfUnreadable({ definition: { unreadable } }: KnownRecord): Outcome {
  if (unreadable === 'stop') return 'UnreadableRecord';
  return unreadable === 'absent' ? 'absent' : 'fallback';
}

function expectUnreadable(record: KnownRecord, damaged: Damaged): void {
  expect(damaged.read).toBe(outcomeOfUnreadable(record));
  expect(damaged.write).toBe('written');
  const { name } = record.definition;
  expect(damaged.logged[0]).toEqual({ code: 'unreadable', record: name, key: 'a-key' });
}

describe.each(named)('%s in storage', (_name, record) => {
  let good: unknown;
  beforeAll(async () => {
    good = await goodOf(record);
  });

  test('absent is absent, and is written', async () => {
    const damaged = await withStored(record, undefined);
    expect(damaged).toMatchObject({ read: 'absent', write: 'written', logged: [] });
  });

  test('with an unknown member is read without it, and keeps it when it is rewritten', async () => {
    if (!isObject(good) || record.definition.name === 'watch') return;
    const more = { later: { by: 'another version' } };
    const damaged = await withStored(record, versioned(record, { ...good, ...more }));
    expect(damaged).toMatchObject({ read: 'value', write: 'written', logged: [] });
    expect(damaged.value).not.toHaveProperty('later');
    if (record.definition.storedIn !== 'parts') expect(damaged.after).toMatchObject(more);
  });

  test('without a member is a whole value, or unreadable', async () => {
    if (!isObject(good)) return;
    for (const name of Object.keys(good)) {
      const { [name]: member, ...rest } = good;
      const damaged = await withStored(record, versioned(record, rest));
      if (damaged.read !== 'value') expectUnreadable(record, damaged);
      else expect(record.definition.schema.safeParse(damaged.value).success).toBe(true);
    }
  });

  test.each([
    ['a wrong type', 41.5],
    ['null', null],
    ['a text that it never is', { text: ['x'] }],
    ['a list of the wrong things', [[41.5]]],
    ['a version that is none', { v: 'none' }],
    ['a version before the first', { v: 0 }],
  ])('as %s is unreadable, named, and can be saved over', async (_what, stored) => {
    if (record.definition.schema.safeParse(stored).success) return;
    expectUnreadable(record, await withStored(record, stored));
  });

  test('with a member of the wrong type is unreadable, named, and can be saved over', async () => {
    if (!isObject(good)) return;
    const [name = ''] = Object.keys(good);
    expectUnreadable(record, await withStored(record, versioned(record, { ...good, [name]: [[41.5]] })));
  });

  test('that is no JSON is unreadable', () => {
    expect(decode(record.definition, 'a-key', NOT_JSON)).toMatchObject({ problem: { code: 'unreadable' } });
  });

  test('of a newer version is named and never written', async () => {
    const { name, version, unreadable, overNewer } = record.definition;
    const stored = { v: version + 1, members: 'of the next version' };
    const damaged = await withStored(record, stored);
    expect(damaged.read).toBe(unreadable === 'stop' ? 'NewerRecord' : outcomeOfUnreadable(record));
    expect(damaged.write).toBe(overNewer === 'refuse' ? 'NewerRecord' : 'left');
    const problem = { code: 'newer', record: name, key: 'a-key', version: version + 1, known: version };
    expect(damaged.logged[0]).toEqual(problem);
    expect(damaged.after).toEqual(stored);
  });

  test('of a newer version that says it can be read, and cannot, is newer all the same', async () => {
    if (!isObject(good)) return;
    const { version } = record.definition;
    const [name = ''] = Object.keys(good);
    const newer = { ...good, [name]: [[41.5]], v: version + 2, readableFrom: version };
    if (decode(record.definition, 'a-key', newer).kind === 'value') return;
    expect(decode(record.definition, 'a-key', newer)).toMatchObject({ problem: { code: 'newer' } });
    const damaged = await withStored(record, newer);
    expect(damaged.after).toEqual(newer);
  });

  test('of a newer version that this one may rewrite keeps that version and what it has more', async () => {
    if (!isObject(good) || record.definition.name === 'watch') return;
    const { version } = record.definition;
    const newer = { ...good, later: 1, v: version + 2, readableFrom: version };
    const damaged = await withStored(record, newer);
    expect(damaged).toMatchObject({ read: 'value', write: 'written', logged: [] });
    expect(damaged.after).toMatchObject({ later: 1, v: version + 2, readableFrom: version });
  });

  test('as any JSON is a value of the schema, absent, unreadable or newer, and reading throws nothing else', () => {
    const { definition } = record;
    const members = isObject(good) ? Object.keys(good) : [];
    const member = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(...(isObject(good) ? Object.values(good) : [null])),
    );
    const near = fc
      .dictionary(fc.constantFrom('v', 'readableFrom', '__proto__', 'later', ...members), member)
      .map((changed) => ({ ...(isObject(good) ? good : {}), ...changed }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), near), (stored) => {
        const reading = decode(definition, 'a-key', stored);
        if (reading.kind === 'problem') {
          expect(['unreadable', 'newer']).toContain(reading.problem.code);
          expect(Object.values(reading.problem).join()).not.toContain('another version');
          return;
        }
        if (reading.kind !== 'value') throw new Error('Only nothing is absent');
        expect(definition.schema.safeParse(reading.value).success).toBe(true);
        const again = decode(definition, 'a-key', encode(definition, reading, reading.value));
        expect(again).toMatchObject({ kind: 'value', value: reading.value });
        if (!isObject(stored) || !isObject(again.kind === 'value' && again.json)) return;
        const kept = Object.keys((again as { json: object }).json);
        const left = Object.keys(stored).filter(
          (name) => !/^(?:v|readableFrom|needsStillWorkload)$/.test(name),
        );
        expect(kept).toEqual(expect.arrayContaining(left));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a record in parts', () => {
  const outcome = RECORDS.find(({ definition }) => definition.name === 'run-outcome')!;
  const definition = at(outcome, 'run:1:outcome');

  test.each<[string, (kvs: MemoryKeyValues, part: string) => unknown]>([
    ['a part is missing', (kvs, part) => kvs.delete(part)],
    ['a part is no text', (kvs, part) => kvs.set(part, 7)],
    ['a part is half of itself', (kvs, part) => kvs.set(part, '{"kind":')],
    ['a part is that of another text', (kvs, part) => kvs.set(part, '{}')],
    ['its head is damaged', (kvs) => kvs.set('run:1:outcome', { text: 1 })],
  ])('of which %s is unreadable', async (_what, damage) => {
    const kvs = new MemoryKeyValues();
    await saveLong(kvs, 'run:1:outcome', await goodOf(outcome));
    await damage(
      kvs,
      [...kvs.values.keys()].find((key) => key !== 'run:1:outcome')!,
    );
    expect(await loadLong(kvs, 'run:1:outcome')).toBe(NOT_JSON);
    const record = openLongRecord(definition, kvs, () => undefined);
    await expect(record.read()).rejects.toThrow('key run:1:outcome');
  });

  test.each<[string, object]>([
    ['in a way of its own', { chunks: 3 }],
    ['in parts that are damaged', { text: 'no such text', parts: 1 }],
    ['in such parts, and lets this one read it', { text: 'no such text', parts: 1, readableFrom: 1 }],
  ])('that a newer version stores %s is named as newer, and not written over', async (_what, head) => {
    const kvs = new MemoryKeyValues();
    const stored = { v: 9, ...head };
    await kvs.set('run:1:outcome', stored);
    const record = openLongRecord(definition, kvs, () => undefined);
    await expect(record.read()).rejects.toThrow('Update the app');
    const { data } = definition.schema.safeParse(await goodOf(outcome));
    await expect(record.write(data)).rejects.toThrow('Update the app');
    expect(await kvs.get('run:1:outcome')).toEqual(stored);
  });
});

test('the page of stored records is what the definitions say and damage does', async () => {
  const words = (text: string) => text.replace(/-{3,}/g, '---').replace(/[ \t]+/g, ' ');
  const rows = (text: string) =>
    words(text)
      .split('\n')
      .filter((line) => line.trim() !== '');
  expect(rows(readFileSync(PAGE, 'utf8'))).toEqual(rows(await pageOfRecords()));
});
