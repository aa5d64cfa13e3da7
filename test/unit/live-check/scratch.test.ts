/** What a check makes is removed, whatever happens between; what is not is named. */
import { describe, expect, test } from '@jest/globals';
import { type Scratch, withScratch } from '../../../tools/live-check/scratch';

/** A thing in a world of its own, which forgets answers and refuses removals as a test says. */
function world({
  make = 'made',
  refusals = 0,
}: {
  make?: 'made' | 'lost' | 'late' | 'refused';
  refusals?: number;
}) {
  const said: string[] = [];
  const things = new Set<string>();
  let [asked, refused] = [0, 0];
  const scratch: Scratch<string> = {
    what: 'the thing T',
    byHand: 'throw it away.',
    make() {
      if (make !== 'refused') things.add('T');
      return make === 'made' ? Promise.resolve('T') : Promise.reject(new Error(make));
    },
    mayBeMade: (error) => String(error) !== 'Error: refused',
    find() {
      asked += 1;
      return Promise.resolve(make === 'late' && asked < 3 ? undefined : [...things][0]);
    },
    remove(thing) {
      if (refused++ < refusals) return Promise.reject(new Error('no right'));
      things.delete(thing);
      return Promise.resolve();
    },
  };
  const options = {
    signal: new AbortController().signal,
    say: (line: string) => said.push(line),
    pauseMs: 0,
  };
  return { scratch, options, things, said, asked: () => asked };
}

const used = () => Promise.resolve('used');

describe('after use nothing is left', () => {
  test.each([
    ['made', 0],
    ['lost', 0],
    ['late', 0],
    ['made', 2],
  ] as const)('where it is %s and %i removals are refused', async (make, refusals) => {
    const { scratch, options, things, said } = world({ make, refusals });
    expect(await withScratch(scratch, options, used)).toBe('used');
    expect([...things]).toEqual([]);
    expect(said[0]).toBe('Making the thing T.');
    expect(said.at(-1)).toBe('Removed the thing T.');
  });

  test('where its use fails, with the error of the use', async () => {
    const { scratch, options, things } = world({});
    const failing = () => Promise.reject(new Error('broken'));
    await expect(withScratch(scratch, options, failing)).rejects.toThrow('broken');
    expect([...things]).toEqual([]);
  });
});

test('what is refused is not looked for', async () => {
  const { scratch, options, asked } = world({ make: 'refused' });
  await expect(withScratch(scratch, options, used)).rejects.toThrow('refused');
  expect(asked()).toBe(0);
});

test('what cannot be found is named, as it may appear later', async () => {
  const { scratch, options, said } = world({ make: 'lost' });
  const lost = { ...scratch, find: () => Promise.reject(new Error('silent')) };
  await expect(withScratch(lost, options, used)).rejects.toThrow('lost');
  expect(said.at(-1)).toBe(
    'It was not found. Should the thing T appear later, remove it by hand: throw it away.',
  );
});

test('what cannot be removed is named with the way to remove it, and changes no result', async () => {
  const { scratch, options, said } = world({ refusals: 9 });
  expect(await withScratch(scratch, options, used)).toBe('used');
  expect(said.at(-1)).toBe('LEFT BEHIND: the thing T (Error: no right). Remove it by hand: throw it away.');
});

test('after an interruption nothing is made', async () => {
  const { scratch, options, things } = world({});
  const signal = AbortSignal.abort(new Error('interrupted'));
  await expect(withScratch(scratch, { ...options, signal }, used)).rejects.toThrow('interrupted');
  expect([...things]).toEqual([]);
});
