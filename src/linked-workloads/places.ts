import { z } from 'zod';

/** The part of Forge's key-value store that claiming needs; `kvs` of @forge/kvs fits. */
export interface ClaimableKeyValues {
  /** Strictly consistent. */
  get(key: string): Promise<unknown>;
  /** With FAIL_IF_EXISTS it rejects where the key has a value, and of two at the same time one. */
  set(key: string, value: unknown, options: { keyPolicy: 'OVERRIDE' | 'FAIL_IF_EXISTS' }): Promise<void>;
}

/** Lists of names that only grow: `<list>:0`, `<list>:1`, … without gaps. */
export interface Places {
  /** Names in the order of their places, each once. */
  all(list: string): Promise<readonly string[]>;
  /**
   * Puts a name into the first free place, with some twenty reads where a thousand are taken. A name that has a
   * place gets another one, which no list shows.
   */
  take(list: string, name: string): Promise<void>;
}

/** Places that are read at once. */
const WINDOW = 10;

const nameSchema = z.string().optional();

/** That Forge decides between two claims of one key follows from its documentation of keyPolicy (unverified). */
export function createPlaces(kvs: ClaimableKeyValues): Places {
  const read = async (list: string, place: number) => nameSchema.parse(await kvs.get(`${list}:${place}`));

  async function taken(list: string): Promise<readonly string[]> {
    const names: string[] = [];
    for (;;) {
      const window = Array.from({ length: WINDOW }, (_, index) => read(list, names.length + index));
      const found = await Promise.all(window);
      const end = found.indexOf(undefined);
      names.push(...found.slice(0, end === -1 ? WINDOW : end).filter((name) => name !== undefined));
      if (end !== -1) return names;
    }
  }

  /** Doubles the step until a free place is met, then halves it: all below `start` are taken, the last is free. */
  async function firstFree(list: string): Promise<number> {
    let [start, width] = [0, 1];
    for (; (await read(list, start + width - 1)) !== undefined; width *= 2) start += width;
    while (width > 1) {
      const half = Math.floor(width / 2);
      const isTaken = (await read(list, start + half - 1)) !== undefined;
      [start, width] = isTaken ? [start + half, width - half] : [start, half];
    }
    return start;
  }

  /** Whether the place is the name's now. An error of storage that left the place free is thrown on. */
  async function claim(list: string, place: number, name: string): Promise<boolean> {
    try {
      await kvs.set(`${list}:${place}`, name, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    } catch (error) {
      const holder = await read(list, place);
      if (holder === undefined) throw error;
      return holder === name;
    }
  }

  return {
    all: async (list) => [...new Set(await taken(list))],

    async take(list, name) {
      for (let place = await firstFree(list); !(await claim(list, place, name)); place += 1);
    },
  };
}
