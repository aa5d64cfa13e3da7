import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLong, saveLong } from '../../../src/storage/long-value';
import type { SetOptions } from '../../../src/storage/open-record';
import { MemoryKeyValues, stoppingAt } from '../../builders/key-values';

const long = (character: string) => ({ text: character.repeat(100_000) });

describe('JSON of any length', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
        const kvs = new MemoryKeyValues();
        await saveLong(kvs, 'run:1', value);
        expect(JSON.stringify(await loadLong(kvs, 'run:1'))).toBe(JSON.stringify(value));
      }),
    );
  });

  test.each([
    ['plain', 'a'],
    ['quotes, which are escaped twice', '"'],
    ['backslashes', '\\'],
    ['control characters', '\u0001'],
    ['three bytes each', '安'],
    ['four bytes each', '😀'],
  ])('of several values: %s', async (_words, character) => {
    const kvs = new MemoryKeyValues();
    await saveLong(kvs, 'run:1', long(character));
    expect(kvs.values.size).toBeGreaterThan(2);
    expect(await loadLong(kvs, 'run:1')).toEqual(long(character));
  });

  test('is never cut inside a character, which a store of UTF-8 could not keep', async () => {
    for (const before of ['', 'a']) {
      const kvs = new MemoryKeyValues();
      await saveLong(kvs, 'run:1', `${before}${'😀'.repeat(100_000)}`);
      for (const text of kvs.values.values()) expect(text).not.toMatch(/\\ud[89a-f]/i);
    }
  });

  test('is undefined where there is nothing', async () => {
    expect(await loadLong(new MemoryKeyValues(), 'run:1')).toBeUndefined();
  });

  test('half-written is not seen: the one before it is, or nothing', async () => {
    for (const before of [undefined, { text: 'short' }, long('b')]) {
      const start = new MemoryKeyValues();
      if (before) await saveLong(start, 'run:1', before);
      const steps = await writesOf(start, long('a'));
      for (let k = 1; k <= steps; k++) {
        const kvs = new MemoryKeyValues(start.values);
        await expect(saveLong(stoppingAt(kvs, k, 'before'), 'run:1', long('a'))).rejects.toThrow();
        expect(await loadLong(kvs, 'run:1')).toEqual(before);
      }
    }
  });

  async function writesOf(start: MemoryKeyValues, value: unknown): Promise<number> {
    const kvs = new MemoryKeyValues(start.values);
    await saveLong(kvs, 'run:1', value);
    return kvs.writes;
  }
});

test('parts live longer than their head: a value that expired is absent, never damaged', async () => {
  const lives: (readonly [key: string, days: number])[] = [];
  const kvs = new MemoryKeyValues();
  const set = (key: string, value: unknown, options: SetOptions | undefined) => {
    lives.push([key, options?.ttl?.value ?? Infinity]);
    return kvs.set(key, value);
  };
  await saveLong({ get: (key) => kvs.get(key), set }, 'run:1', long('a'));
  const ofHead = lives.filter(([key]) => key === 'run:1').map(([, days]) => days);
  const ofParts = lives.filter(([key]) => key !== 'run:1').map(([, days]) => days);
  expect(ofHead).toEqual([30]);
  expect(new Set(ofParts)).toEqual(new Set([31]));
});
