import { z } from 'zod';
import { decode, encode, isNewer, type Reading } from '../storage/decode';
import { listingOf } from '../storage/listing';
import type { RecordProblem } from '../storage/problems';
import { defineRecord } from '../storage/record';
import { logRecordProblem, type RecordLog } from '../storage/record-log';

/** The part of Forge's key-value store that claiming needs; `kvs` of @forge/kvs fits. */
export interface ClaimableKeyValues {
  /** Strictly consistent. */
  get(key: string): Promise<unknown>;
  /** With FAIL_IF_EXISTS it rejects where the key has a value, and of two at the same time one. */
  set(key: string, value: unknown, options: { keyPolicy: 'OVERRIDE' | 'FAIL_IF_EXISTS' }): Promise<void>;
}

export interface Names {
  readonly names: readonly string[];
  readonly problems: readonly RecordProblem[];
}

export interface NamesOfPage extends Names {
  readonly next?: number;
}

/** Lists of names that only grow: `<list>:0`, `<list>:1`, … without gaps. */
export interface NameLists {
  /** Names in the order of their slots, each once, and which slots cannot be read. */
  all(list: string): Promise<Names>;
  /** As `all`, of the slots from one on. `next`: the slot with which the list goes on; absent where it ends. */
  page(list: string, from: number): Promise<NamesOfPage>;
  /**
   * Puts a name into the first free slot, with some twenty reads where a thousand are taken. A name that has a
   * slot gets another one, which no list shows.
   */
  append(list: string, name: string): Promise<void>;
  /**
   * Puts a name that damage took out of the list into a slot that cannot be read, or else into a free one. Of
   * two names at the same time one may stay out; nothing happens where the list has the name.
   */
  mend(list: string, name: string): Promise<void>;
}

/** The list of a project's linked workloads. */
export function ofProject(projectId: string): string {
  return `linked-of:${projectId}`;
}

/** The list of workloads that are linked through a connection. */
export function ofConnection(connectionId: string): string {
  return `linked-by:${connectionId}`;
}

/** Slots of a page: what the app reads of 25 linked workloads is a fifth of the keys that Forge lets it read in a second. */
export const PAGE = 25;

/** Slots that are read at once: first, and at most. */
const WINDOW = 10;
const WIDEST = 50;

export const linkedWorkloadPlaceRecord = defineRecord({
  name: 'linked-workload-place',
  key: ([list, slot]: readonly [list: string, slot: number]) => `${list}:${slot}`,
  version: 1,
  schema: z.string(),
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'The list ends here.',
    unreadable:
      'The place is taken by nobody knows whom: the list goes on after it and names it. Linking the workload again mends it.',
  },
});

/** That Forge decides between two claims of one key follows from its documentation of keyPolicy (unverified, F10). */
export function createNameLists(kvs: ClaimableKeyValues, log: RecordLog = logRecordProblem): NameLists {
  const read = (list: string, slot: number) => readSlot(kvs, list, slot);
  const isFree = async (list: string, slot: number) => (await read(list, slot)).kind === 'absent';

  /** Doubles the step until a free slot is met, then halves it: all below `start` are taken, the last is free. */
  async function firstFree(list: string): Promise<number> {
    let [start, width] = [0, 1];
    for (; !(await isFree(list, start + width - 1)); width *= 2) start += width;
    while (width > 1) {
      const half = Math.floor(width / 2);
      const isTaken = !(await isFree(list, start + half - 1));
      [start, width] = isTaken ? [start + half, width - half] : [start, half];
    }
    return start;
  }

  /** Whether the slot is the name's now. An error of storage that left the slot free is thrown on. */
  async function claim(list: string, slot: number, name: string): Promise<boolean> {
    try {
      const value = encode(linkedWorkloadPlaceRecord, undefined, name);
      await kvs.set(linkedWorkloadPlaceRecord.key([list, slot]), value, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    } catch (error) {
      const owner = await read(list, slot);
      if (owner.kind === 'absent') throw error;
      return owner.kind === 'value' && owner.value === name;
    }
  }

  async function append(list: string, name: string): Promise<void> {
    for (let slot = await firstFree(list); !(await claim(list, slot, name)); slot += 1);
  }

  function namesOf(slots: readonly Reading<string>[]): Names {
    const { records, problems } = listingOf(slots);
    problems.forEach(log);
    return { names: [...new Set(records)], problems };
  }

  return {
    append,
    all: async (list) => namesOf(await taken(kvs, list)),

    async page(list, from) {
      const slots = await takenOf(kvs, list, from, PAGE + 1);
      const page = namesOf(slots.slice(0, PAGE));
      return slots.length > PAGE ? { ...page, next: from + PAGE } : page;
    },

    async mend(list, name) {
      if (!(await mend(kvs, list, name))) await append(list, name);
    },
  };
}

async function taken(kvs: ClaimableKeyValues, list: string): Promise<readonly Reading<string>[]> {
  const slots: Reading<string>[] = [];
  for (let width = WINDOW; ; width = Math.min(WIDEST, 2 * width)) {
    const found = await takenOf(kvs, list, slots.length, width);
    slots.push(...found);
    if (found.length < width) return slots;
  }
}

/** In one step. Fewer than were asked for where the list ends among them. */
async function takenOf(
  kvs: ClaimableKeyValues,
  list: string,
  from: number,
  width: number,
): Promise<readonly Reading<string>[]> {
  const slots = Array.from({ length: width }, (_, index) => readSlot(kvs, list, from + index));
  const found = await Promise.all(slots);
  const end = found.findIndex(({ kind }) => kind === 'absent');
  return end === -1 ? found : found.slice(0, end);
}

/** Whether the name has a slot then: its own, or one that cannot be read. */
async function mend(kvs: ClaimableKeyValues, list: string, name: string): Promise<boolean> {
  const slots = await taken(kvs, list);
  if (slots.some((slot) => slot.kind === 'value' && slot.value === name)) return true;
  const damaged = slots.find((slot) => slot.kind === 'problem' && !isNewer(slot));
  if (!damaged) return false;
  const value = encode(linkedWorkloadPlaceRecord, undefined, name);
  await kvs.set(damaged.key, value, { keyPolicy: 'OVERRIDE' });
  return true;
}

async function readSlot(kvs: ClaimableKeyValues, list: string, slot: number): Promise<Reading<string>> {
  const key = linkedWorkloadPlaceRecord.key([list, slot]);
  return decode(linkedWorkloadPlaceRecord, key, await kvs.get(key));
}
