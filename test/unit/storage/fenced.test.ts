/** Storage under a lease: what it reads again, and what it writes at once. */
import { describe, expect, test } from '@jest/globals';
import { fencedBy, LeaseLost } from '../../../src/storage/fenced';
import type { GuardedWrites } from '../../../src/storage/guarded';
import { MOST_TOGETHER } from '../../../src/storage/open-record';
import { saveLong } from '../../../src/storage/long-value';
import { together } from '../../../src/storage/together';

const LEASE = { key: 'lease', number: 1 };

/** What is asked of storage, and an answer of `write` for once. */
function world() {
  const stored = new Map<string, unknown>([['a', 1]]);
  const asked: string[] = [];
  const next: { answer: boolean | Error } = { answer: true };
  const kvs = {
    get(key: string) {
      asked.push(`get ${key}`);
      return Promise.resolve(stored.get(key));
    },
  };
  const guarded = {
    write(_: unknown, { sets = [], deletes = [] }: GuardedWrites) {
      asked.push(`write ${[...sets.map(({ key }) => key), ...deletes.map((key) => `-${key}`)].join(' ')}`);
      const { answer } = next;
      next.answer = true;
      if (answer instanceof Error) return Promise.reject(answer);
      if (answer) for (const { key, value } of sets) stored.set(key, value);
      if (answer) for (const key of deletes) stored.delete(key);
      return Promise.resolve(answer);
    },
  };
  return { stored, asked, next, fenced: fencedBy(LEASE, kvs, guarded) };
}

describe('what is read under a lease', () => {
  test('is asked for once', async () => {
    const { asked, fenced } = world();
    expect([await fenced.get('a'), await fenced.get('a'), await fenced.get('b')]).toEqual([1, 1, undefined]);
    expect(asked).toEqual(['get a', 'get b']);
  });

  test('is known where it was written, and where it was deleted', async () => {
    const { asked, fenced } = world();
    await fenced.set('a', 2);
    await fenced.delete('b');
    expect([await fenced.get('a'), await fenced.get('b')]).toEqual([2, undefined]);
    expect(asked).toEqual(['write a', 'write -b']);
  });

  test.each([
    ['fails', new Error('storage is down'), 'storage is down'],
    ['finds the lease taken', false, new LeaseLost().message],
  ])('is asked for anew after a write that %s', async (_, answer, message) => {
    const { asked, next, fenced } = world();
    await fenced.get('a');
    next.answer = answer;
    await expect(fenced.set('a', 2)).rejects.toThrow(message);
    expect(await fenced.get('a')).toBe(1);
    expect(asked).toEqual(['get a', 'write a', 'get a']);
  });
});

describe('what is written together', () => {
  test('is one write, once the work is done', async () => {
    const { asked, stored, fenced } = world();
    const answer = await together(fenced, async (storage) => {
      await storage.set('b', 2);
      await storage.delete?.('a');
      await storage.set('c', 3);
      expect(asked).toEqual([]);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(asked).toEqual(['write b c -a']);
    expect([...stored]).toEqual([
      ['b', 2],
      ['c', 3],
    ]);
  });

  test('is nothing where the work fails', async () => {
    const { asked, fenced } = world();
    const work = together(fenced, async (storage) => {
      await storage.set('b', 2);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(asked).toEqual([]);
  });

  test('comes in the order of the work where it is too much for one write', async () => {
    const { asked, fenced } = world();
    const keys = Array.from({ length: MOST_TOGETHER + 1 }, (_, nth) => `k${nth}`);
    await together(fenced, async (storage) => {
      for (const key of keys) await storage.set(key, 0);
    });
    expect(asked).toEqual([`write ${keys.slice(0, -1).join(' ')}`, `write ${keys.at(-1) ?? ''}`]);
  });

  test('comes one by one in that order where storage writes one key at a time', async () => {
    const written: string[] = [];
    const plain = {
      get: () => Promise.resolve(undefined),
      set: (key: string) => Promise.resolve(written.push(key)),
      delete: (key: string) => Promise.resolve(written.push(`-${key}`)),
    };
    await together(plain, async (storage) => {
      await storage.delete?.('x');
      await storage.set('b', 2);
      await storage.set('a', 1);
    });
    expect(written).toEqual(['b', 'a', '-x']);
  });
});

test('a long value is written at once with its parts, and those of the text before go with them', async () => {
  const { asked, stored, fenced } = world();
  await saveLong(fenced, 'long', 'x'.repeat(50_000));
  const before = stored.get('long');
  const { text } = before as { readonly text: string };
  await saveLong(fenced, 'long', 'short', { before });
  const { text: after } = stored.get('long') as { readonly text: string };
  expect(asked).toEqual([
    `write long:${text}:0 long:${text}:1 long`,
    `write long:${after}:0 long -long:${text}:0 -long:${text}:1`,
  ]);
});
