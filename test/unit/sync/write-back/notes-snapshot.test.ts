import { describe, expect, test } from '@jest/globals';
import { startOfDay, startOfWeek } from '../../../../src/workload-day';
import type { WrittenBlock } from '../../../../src/notes/written-block';
import { NotesSnapshot } from '../../../../src/sync/write-back/notes-snapshot';
import { createNotesMemory } from '../../../../src/sync/write-back/notes-memory';
import { MemoryKeyValues } from '../../../builders/key-values';
import { lens, WORKLOAD_ARN } from '../../../builders/review';
import { identity, LENS, NOW } from './told-site';

/** As it was written. */
const block = (digest: string): WrittenBlock => ({ digest, version: 2, check: 'c', detail: 'titles' });

const DAY = 24 * 3600 * 1000;
const MAIN = lens('main', []);
const OTHER = lens('other', []);

async function opened(kvs = new MemoryKeyValues(), lenses = [MAIN, OTHER]) {
  const memory = createNotesMemory(kvs);
  return { kvs, memory, snapshot: await NotesSnapshot.open(memory, WORKLOAD_ARN, lenses) };
}

describe('digests', () => {
  test('are kept for each lens, and gone with the block', async () => {
    const { kvs, snapshot } = await opened();
    snapshot.put(identity('q1'), block('one'));
    snapshot.put(identity('q2'), block('two'));
    snapshot.put({ ...identity('q1'), lens: OTHER.identity }, block('other'));
    await snapshot.save();
    const again = (await opened(kvs)).snapshot;
    expect([again.digestOf(identity('q1')), again.told(LENS)]).toEqual(['one', ['q1', 'q2']]);
    expect(again.told(OTHER.identity)).toEqual(['q1']);

    again.put(identity('q1'), undefined);
    await again.save();
    const last = (await opened(kvs)).snapshot;
    expect([last.digestOf(identity('q1')), last.told(LENS)]).toEqual([undefined, ['q2']]);
  });

  test('of a lens that the review does not have are not kept', async () => {
    const { kvs, snapshot } = await opened(new MemoryKeyValues(), [OTHER]);
    snapshot.put(identity('q1'), block('one'));
    await snapshot.save();
    expect((await opened(kvs)).snapshot.told(LENS)).toEqual([]);
  });
});

describe('storage', () => {
  test('is written once for each lens that is new, and not for what did not change', async () => {
    const { kvs, snapshot } = await opened();
    await snapshot.save();
    expect(kvs.writes).toBe(2);
    const again = (await opened(kvs)).snapshot;
    again.put(identity('q1'), undefined);
    await again.save();
    expect(kvs.writes).toBe(2);
    again.put(identity('q1'), block('one'));
    again.put(identity('q1'), block('one'));
    await again.save();
    await again.save();
    expect(kvs.writes).toBe(3);
  });

  test('keeps the name by which AWS takes the lens, also a new one', async () => {
    const { kvs, memory, snapshot } = await opened();
    snapshot.put(identity('q1'), block('one'));
    await snapshot.save();
    const renamed = (await opened(kvs, [{ ...MAIN, alias: 'arn:of:the:lens' }])).snapshot;
    await renamed.save();
    const questions = new Map([['q1', block('one')]]);
    expect(await memory.load(WORKLOAD_ARN, LENS)).toMatchObject({ alias: 'arn:of:the:lens', questions });
  });
});

describe('notes that were all read', () => {
  test.each([
    ['never', undefined, MAIN.updatedAt, 0, false],
    ['just now', NOW, MAIN.updatedAt, 0, true],
    ['eight days ago', NOW, MAIN.updatedAt, 8 * DAY, true],
    ['more than eight days ago', NOW, MAIN.updatedAt, 8 * DAY + 1, false],
    ['just now, and the lens changed since', NOW, MAIN.updatedAt + 1, 0, false],
    ['just now, of a lens without a time', NOW, 0, 0, false],
  ])('%s', async (_, readAt, updatedAt, later, isTrusted) => {
    const { kvs, snapshot } = await opened();
    if (readAt !== undefined)
      snapshot.verified({ ...MAIN, updatedAt: updatedAt === 0 ? 0 : MAIN.updatedAt }, readAt);
    await snapshot.save();
    const again = (await opened(kvs)).snapshot;
    const now = { ...MAIN, updatedAt };
    expect(again.isTrusted(now, NOW + later)).toBe(isTrusted);
  });

  /** All read at `MAIN.updatedAt`; each run's writes are told with UpdatedAt as that run read it. */
  const READ = MAIN.updatedAt;
  test.each<[string, readonly (readonly [before: number, ...at: number[]])[], number, boolean]>([
    ['one write, which moved UpdatedAt', [[READ, READ + 60_000]], READ + 60_000, true],
    ['its time is told in whole seconds', [[READ, READ + 60_000]], READ + 61_900, true],
    ['somebody wrote later', [[READ, READ + 60_000]], READ + 63_000, false],
    ['UpdatedAt stayed', [[READ, READ + 60_000]], READ, true],
    ['many writes of one run', [[READ, READ + 60_000, READ + 70_000, READ + 80_000]], READ + 80_000, true],
    ['told in another order', [[READ, READ + 80_000, READ + 60_000, READ + 70_000]], READ + 80_000, true],
    [
      'two runs',
      [
        [READ, READ + 60_000],
        [READ + 60_500, READ + 90_000, READ + 99_000],
      ],
      READ + 99_000,
      true,
    ],
    ['somebody wrote before the first', [[READ + 5000, READ + 60_000]], READ + 60_000, false],
    [
      'somebody wrote between two runs',
      [
        [READ, READ + 60_000],
        [READ + 75_000, READ + 90_000],
      ],
      READ + 90_000,
      false,
    ],
  ])('and then written by the app: %s', async (_, runs, updatedAt, isTrusted) => {
    const { kvs, snapshot } = await opened();
    snapshot.verified(MAIN, NOW);
    await snapshot.save();
    for (const [before, ...times] of runs) {
      const { snapshot: next } = await opened(kvs);
      for (const at of times) next.wrote(identity('q1'), { before, at });
      await next.save();
    }
    const { snapshot: last } = await opened(kvs);
    expect(last.isTrusted({ ...MAIN, updatedAt }, NOW)).toBe(isTrusted);
    last.verified({ ...MAIN, updatedAt: updatedAt + 1 }, NOW);
    expect(last.isTrusted({ ...MAIN, updatedAt }, NOW)).toBe(false);
  });

  test.each([
    ['where its last write left it', READ + 60_500, READ + 60_500, true],
    ['somebody wrote a second later', READ + 60_500, READ + 61_500, false],
    ['somebody had written long after, before it looked', READ + 75_000, READ + 75_000, false],
  ])('UpdatedAt is %s', async (_, looked, updatedAt, isTrusted) => {
    const { snapshot } = await opened();
    snapshot.verified(MAIN, NOW);
    expect(snapshot.hasWritten()).toBe(false);
    snapshot.wrote(identity('q1'), { before: READ, at: READ + 60_000 });
    expect(snapshot.hasWritten()).toBe(true);
    snapshot.settle(new Map([[LENS, looked]]));
    expect(snapshot.isTrusted({ ...MAIN, updatedAt }, NOW)).toBe(isTrusted);
  });

  const today = startOfDay(WORKLOAD_ARN, NOW);
  test.each([
    ['never', undefined, NOW, false],
    ['as the day of the workload began', today, NOW, true],
    ['just before it began', today - 1, NOW, false],
    ['just before it ends', today, today + DAY - 1, true],
    ['on the day before, however little time has passed', today + DAY - 1, today + DAY, false],
  ])('%s: whether that was on the same day', async (_, readAt, now, isFresh) => {
    const { snapshot } = await opened();
    if (readAt !== undefined) snapshot.verified(MAIN, readAt);
    expect(snapshot.isFresh({ ...MAIN, updatedAt: MAIN.updatedAt + 1 }, now)).toBe(isFresh);
  });

  const week = startOfWeek(WORKLOAD_ARN, NOW);
  test.each([
    ['in this week', week, week + 7 * DAY - 1, MAIN.updatedAt, true],
    ['in the week before, however little time has passed', week - 1, week, MAIN.updatedAt, false],
    ['in this week, and others changed them on a later day', week, week + DAY, MAIN.updatedAt + 1, false],
  ])('%s: whether automatic mode leaves them', async (_, readAt, now, updatedAt, isFresh) => {
    const { snapshot } = await opened();
    snapshot.verified(MAIN, readAt);
    expect(snapshot.isFresh({ ...MAIN, updatedAt }, now)).toBe(isFresh);
  });

  test('of a lens that nobody knows were never read', async () => {
    const { snapshot } = await opened();
    const unknown = lens('unknown', []);
    snapshot.verified(unknown, NOW);
    expect([snapshot.isTrusted(unknown, NOW), snapshot.isFresh(unknown, NOW)]).toEqual([false, false]);
  });
});
