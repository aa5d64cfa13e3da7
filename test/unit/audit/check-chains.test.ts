/** A check of the chains goes through them in parts, whatever their lengths, and says of each part what is so. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kvs } from '@forge/kvs';
import { manualClock } from '../../../sandbox/clock';
import { createAuditStore, type AuditStore } from '../../../src/audit/audit-store';
import { createChainHeads } from '../../../src/audit/chain-heads';
import { checkChains } from '../../../src/audit/check-chains';
import { readCursor, writeCursor } from '../../../src/audit/check-cursor';
import { because } from '../../../src/audit/reasons';
import type { AuditCheck } from '../../../src/contract/audit';
import { asReason } from '../../../src/reason';
import { MemoryPeople } from '../../builders/audit';
import { type Storage, startStorage } from './storage';

const MINUTE = 60_000;
/** Of a call: what it aims at, and the largest page of entries. */
const MOST_UNITS = 60 + 10 * 8;

let storage: Storage;
let audit: AuditStore;
beforeEach(() => open());
afterEach(() => storage.stop());

function open(): void {
  storage = startStorage(manualClock(Date.UTC(2031, 0, 1)));
  audit = createAuditStore({ ...ports(), kvs, people: new MemoryPeople(), random });
}

let drawn = 0;
function random(bytes: number): Uint8Array {
  const drawing = new Uint8Array(bytes);
  new DataView(drawing.buffer).setUint32(bytes - 4, ++drawn);
  return drawing;
}

function ports() {
  const heads = createChainHeads(kvs, { sleep: () => Promise.resolve(), jitter: () => 0 }, () => undefined);
  return { heads, chainHeads: heads, clock: storage.clock };
}

/** A line of some 700 bytes each: 85 come to as much as an entry takes. */
const line = because('value-changed', { name: 'x'.repeat(290), from: 'y'.repeat(290), to: 'z' });

async function add(projectId: string | undefined, count: number, lines = 0): Promise<void> {
  for (let n = 0; n < count; n++)
    await audit.add({
      ...{ actor: { kind: 'app' }, action: 'sync.ended', target: asReason('x'), change: asReason(`${n}`) },
      ...(projectId === undefined ? {} : { projectId }),
      lines: Array.from({ length: lines }, () => line),
    });
}

interface Walk extends Pick<AuditCheck, 'chains' | 'entries'> {
  readonly flaws: readonly string[];
  readonly calls: number;
  readonly worst: number;
}

/** @param between what happens after each call */
async function walk(
  projectId?: string,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Walk> {
  const of = projectId === undefined ? {} : { projectId };
  const found = { chains: 0, entries: 0, flaws: [] as string[], calls: 0, worst: 0 };
  for (let cursor: string | undefined; ;) {
    storage.unitsRead();
    const from = cursor === undefined ? undefined : readCursor(cursor);
    const page = await checkChains(
      { ...of, ...(from === undefined ? {} : { cursor: from }) },
      {
        ...{ ...ports(), audit },
      },
    );
    found.calls += 1;
    found.worst = Math.max(found.worst, storage.unitsRead());
    found.chains += page.chains;
    found.entries += page.entries;
    found.flaws.push(...page.flaws.map(({ flaw }) => flaw.code));
    cursor = page.cursor;
    if (cursor === undefined) return found;
    await between();
  }
}

async function takeOut(nthNewest: number): Promise<void> {
  const keys: string[] = [];
  for (let before: string | undefined; ;) {
    const { entries, isLast } = await audit.ofChain('site', before);
    keys.push(...entries.map(({ position }) => position));
    before = keys.at(-1);
    if (isLast) break;
  }
  await kvs.entity('audit').delete(keys[nthNewest]!);
}

describe('a check', () => {
  test('reads little in each call, counts each entry and each chain once, and finds nothing where nothing is amiss', async () => {
    const chains = fc.array(fc.record({ count: fc.nat({ max: 90 }), lines: fc.constantFrom(0, 0, 85) }), {
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(chains, async (made) => {
        storage.stop();
        open();
        for (const [nth, { count, lines }] of made.entries())
          await add(`${10_000 + nth}`, lines === 0 ? count : count / 5, lines);
        storage.clock.advance(2 * MINUTE);
        const found = await walk();
        const lengths = made.map(({ count, lines }) => Math.ceil(lines === 0 ? count : count / 5));
        expect(found).toMatchObject({
          chains: lengths.filter((length) => length > 0).length,
          entries: lengths.reduce((sum, length) => sum + length, 0),
          flaws: [],
        });
        expect(found.worst).toBeLessThanOrEqual(MOST_UNITS);
      }),
      { numRuns: 8 },
    );
  });

  test.each([
    ['many small entries', 400, 0],
    ['some of the largest', 40, 85],
  ])('of a chain of %s comes to the chain behind it', async (_, count, lines) => {
    await add('10001', count, lines);
    await add(undefined, 1);
    storage.clock.advance(2 * MINUTE);
    const { worst, calls, ...found } = await walk();
    expect(found).toEqual({ chains: 2, entries: count + 1, flaws: [] });
    expect(calls).toBeGreaterThan(3);
    expect(worst).toBeLessThanOrEqual(MOST_UNITS);
  });

  test.each([0, 5, 59, 60, 61, 130])('tells that the entry %d before the newest is gone', async (nth) => {
    await add(undefined, 150);
    storage.clock.advance(2 * MINUTE);
    await takeOut(nth);
    const { flaws, entries } = await walk();
    expect(flaws).toEqual([nth === 0 ? 'newest-missing' : 'entries-missing']);
    expect(entries).toBe(149);
  });

  test('says which chain it cannot look at, and goes on behind as many as there are', async () => {
    const LOST = 12;
    for (let nth = 0; nth <= LOST; nth++) await add(`${10_000 + nth}`, 1);
    storage.clock.advance(2 * MINUTE);
    for (let nth = 0; nth < LOST; nth++) {
      const chain = `project:${10_000 + nth}`;
      await kvs.entity('audit-chain').set(chain, { chain, projectId: `${10_000 + nth}`, number: -1 });
    }
    const { chains, entries, flaws } = await walk();
    expect({ chains, entries }).toEqual({ chains: 1, entries: 1 });
    expect(flaws).toEqual(Array.from({ length: LOST }, () => 'head-unreadable'));
  });

  test('stays true while entries are added', async () => {
    await add(undefined, 150);
    storage.clock.advance(2 * MINUTE);
    const found = await walk(undefined, async () => {
      await add(undefined, 7);
      await add('10001', 1);
      storage.clock.advance(2 * MINUTE);
    });
    expect(found).toMatchObject({ entries: 150, chains: 1, flaws: [] });
  });

  test('of a project looks at no other’s chains, whatever the cursor says', async () => {
    await add('10001', 3);
    await add('10002', 3);
    storage.clock.advance(2 * MINUTE);
    const within = { position: '2031-01-02', number: 9, hash: 'x' };
    for (const chain of ['project:10002', 'site', 'project:10000'])
      for (const cursor of [{ chain }, { chain, within }]) {
        const found = await checkChains({ projectId: '10001', cursor }, { ...ports(), audit });
        const names = new Set(found.flaws.map((flaw) => flaw.chain));
        expect([...names].filter((name) => name !== 'project:10001')).toEqual([]);
        expect([0, 3]).toContain(found.entries);
      }
  });
});

test('a list and an export read as little in each call, and leave nothing out', async () => {
  await add('10001', 60);
  await add('10001', 25, 85);
  for (const what of ['list', 'export'] as const) {
    const told: string[] = [];
    for (let cursor: string | undefined; ;) {
      storage.unitsRead();
      const page = await audit[what]({ projectId: '10001', ...(cursor === undefined ? {} : { cursor }) });
      expect(storage.unitsRead()).toBeLessThanOrEqual(MOST_UNITS);
      expect(page.entries.length).toBeLessThanOrEqual(50);
      told.push(...page.entries.map((entry) => JSON.stringify(entry)));
      cursor = page.cursor;
      if (cursor === undefined) break;
    }
    expect(told).toHaveLength(85);
    expect(new Set(told).size).toBe(85);
  }
});

test.each<[string, string]>([
  ['a chain by its name', 'site'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['no chain', Buffer.from('{}').toString('base64url')],
  ['more than is known', Buffer.from('{"chain":"site","more":1}').toString('base64url')],
  ['an endless name', writeCursor({ chain: 'x'.repeat(201) })],
])('%s is no cursor', (_, text) => {
  expect(readCursor(text)).toBeUndefined();
});
