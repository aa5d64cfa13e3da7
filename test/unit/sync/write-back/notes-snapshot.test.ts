import { describe, expect, test } from '@jest/globals';
import { NotesSnapshot } from '../../../../src/sync/write-back/notes-snapshot';
import { createNotesMemory } from '../../../../src/sync/write-back/notes-memory';
import { MemoryKeyValues } from '../../../builders/key-values';
import { lens, WORKLOAD_ARN } from '../../../builders/review';
import { identity, LENS, NOW } from './told-site';

const DAY = 24 * 3600 * 1000;
const MAIN = lens('main', []);
const OTHER = lens('other', []);

async function opened(kvs = new MemoryKeyValues(), lenses = [MAIN, OTHER]) {
  const memory = createNotesMemory(kvs);
  return { kvs, memory, book: await NotesSnapshot.open(memory, WORKLOAD_ARN, lenses) };
}

describe('digests', () => {
  test('are kept for each lens, and gone with the block', async () => {
    const { kvs, book } = await opened();
    book.put(identity('q1'), 'one');
    book.put(identity('q2'), 'two');
    book.put({ ...identity('q1'), lens: OTHER.identity }, 'other');
    await book.save();
    const again = (await opened(kvs)).book;
    expect([again.digestOf(identity('q1')), again.told(LENS)]).toEqual(['one', ['q1', 'q2']]);
    expect(again.told(OTHER.identity)).toEqual(['q1']);

    again.put(identity('q1'), undefined);
    await again.save();
    const last = (await opened(kvs)).book;
    expect([last.digestOf(identity('q1')), last.told(LENS)]).toEqual([undefined, ['q2']]);
  });

  test('of a lens that the review does not have are not kept', async () => {
    const { kvs, book } = await opened(new MemoryKeyValues(), [OTHER]);
    book.put(identity('q1'), 'one');
    await book.save();
    expect((await opened(kvs)).book.told(LENS)).toEqual([]);
  });
});

describe('storage', () => {
  test('is written once for each lens that is new, and not for what did not change', async () => {
    const { kvs, book } = await opened();
    await book.save();
    expect(kvs.writes).toBe(2);
    const again = (await opened(kvs)).book;
    again.put(identity('q1'), undefined);
    await again.save();
    expect(kvs.writes).toBe(2);
    again.put(identity('q1'), 'one');
    again.put(identity('q1'), 'one');
    await again.save();
    await again.save();
    expect(kvs.writes).toBe(3);
  });

  test('keeps the name by which AWS takes the lens, also a new one', async () => {
    const { kvs, memory, book } = await opened();
    book.put(identity('q1'), 'one');
    await book.save();
    const renamed = (await opened(kvs, [{ ...MAIN, alias: 'arn:of:the:lens' }])).book;
    await renamed.save();
    const questions = { q1: 'one' };
    expect(await memory.load(WORKLOAD_ARN, LENS)).toMatchObject({ alias: 'arn:of:the:lens', questions });
  });
});

describe('notes that were all read', () => {
  test.each([
    ['never', undefined, MAIN.updatedAt, 0, false, false],
    ['just now', NOW, MAIN.updatedAt, 0, true, true],
    ['a day ago', NOW, MAIN.updatedAt, DAY, true, true],
    ['more than a day ago', NOW, MAIN.updatedAt, DAY + 1, false, false],
    ['just now, and the lens changed since', NOW, MAIN.updatedAt + 1, 0, false, true],
    ['just now, of a lens without a time', NOW, 0, 0, false, true],
  ])('%s', async (_, readAt, updatedAt, later, isTrusted, isFresh) => {
    const { kvs, book } = await opened();
    if (readAt !== undefined)
      book.verified({ ...MAIN, updatedAt: updatedAt === 0 ? 0 : MAIN.updatedAt }, readAt);
    await book.save();
    const again = (await opened(kvs)).book;
    const now = { ...MAIN, updatedAt };
    expect([again.isTrusted(now, NOW + later), again.isFresh(now, NOW + later)]).toEqual([
      isTrusted,
      isFresh,
    ]);
  });

  test('of a lens that nobody knows were never read', async () => {
    const { book } = await opened();
    const unknown = lens('unknown', []);
    book.verified(unknown, NOW);
    expect([book.isTrusted(unknown, NOW), book.isFresh(unknown, NOW)]).toEqual([false, false]);
  });
});
