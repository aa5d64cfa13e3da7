import { describe, expect, test } from '@jest/globals';
import { inParts, mapInFlight, whenAll } from '../../../src/in-flight';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('several at a time', () => {
  test('keeps the order of the items, whichever ends first', async () => {
    const results = await mapInFlight([3, 1, 2], 3, async (turns) => {
      for (let i = 0; i < turns; i += 1) await turn();
      return turns * 10;
    });
    expect(results).toEqual([30, 10, 20]);
  });

  test('never has more in flight than allowed', async () => {
    let inFlight = 0;
    let most = 0;
    await mapInFlight(Array.from({ length: 20 }), 3, async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await turn();
      inFlight -= 1;
    });
    expect(most).toBe(3);
  });

  test('after a failure starts nothing new, waits for what is under way, and throws that failure', async () => {
    const events: string[] = [];
    const run = mapInFlight(['bad', 'slow', 'never'], 2, async (item) => {
      events.push(`start ${item}`);
      if (item === 'bad') throw new Error('bad');
      await turn();
      await turn();
      events.push(`end ${item}`);
    });
    await expect(run).rejects.toThrow('bad');
    expect(events).toEqual(['start bad', 'start slow', 'end slow']);
  });

  test('nothing to do is done', async () => {
    expect(await mapInFlight([], 3, () => Promise.resolve(1))).toEqual([]);
  });
});

describe('all at once', () => {
  test('answers in the order of the list, whichever ends first', async () => {
    const late = turn().then(() => 'late');
    expect(await whenAll([late, Promise.resolve(2)])).toEqual(['late', 2]);
  });

  test('waits for all, and of several failures throws the first in the list', async () => {
    let isOver = false;
    const late = turn().then(() => {
      isOver = true;
      throw new Error('late');
    });
    await expect(whenAll([late, Promise.reject(new Error('early')), Promise.resolve(1)])).rejects.toThrow(
      'late',
    );
    expect(isOver).toBe(true);
  });
});

test.each([
  [[], 2, []],
  [[1, 2], 2, [[1, 2]]],
  [[1, 2, 3], 2, [[1, 2], [3]]],
])('%j in parts of %d', (items, size, parts) => {
  expect(inParts<number>(items, size)).toEqual(parts);
});
