import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { kvs } from '@forge/kvs';
import { manualClock } from '../../../sandbox/clock';
import { type AuditStore, createAuditStore, UNREADABLE_ACTION } from '../../../src/audit/audit-store';
import { createChainHeads } from '../../../src/audit/chain-heads';
import { createPeople } from '../../../src/audit/people';
import { LONGEST_CHANGE } from '../../../src/audit/to-entries';
import type { NewEntry } from '../../../src/audit/model';
import type { AuditEntry } from '../../../src/contract/audit';
import { inWords } from '../../../src/in-words';
import { asReason } from '../../../src/reason';
import type { RecordProblem } from '../../../src/storage/problems';
import type { RecordLog } from '../../../src/storage/record-log';
import { type Storage, startStorage } from './storage';

const SECRET = 'what stands there';

const AT_ONCE = { sleep: () => Promise.resolve(), jitter: () => 0 };

const START = Date.UTC(2031, 0, 1);
const DAY = 86_400_000;

let storage: Storage;
beforeEach(() => {
  storage = startStorage(manualClock(START));
});
afterEach(() => {
  storage.stop();
  jest.restoreAllMocks();
});

/** One runtime of the app; each has its own source of randomness. */
function openAudit(seed = 0, log?: RecordLog): AuditStore {
  let drawn = seed * 1_000_000;
  const random = (bytes: number) => {
    const drawing = new Uint8Array(bytes);
    new DataView(drawing.buffer).setUint32(bytes - 4, ++drawn);
    return drawing;
  };
  const { clock } = storage;
  return createAuditStore({
    ...{ kvs, heads: createChainHeads(kvs, AT_ONCE), people: createPeople({ kvs, clock, random }) },
    ...{ clock, random, ...(log ? { log } : {}) },
  });
}

const entry = (words: string, more: Partial<NewEntry> = {}): NewEntry => ({
  actor: { kind: 'person', accountId: 'admin' },
  action: 'connection.created',
  target: asReason('connection 1f'),
  change: asReason(words),
  ...more,
});

async function readAll(audit: AuditStore, projectId?: string): Promise<AuditEntry[]> {
  const range = projectId === undefined ? {} : { projectId };
  const entries: AuditEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await audit.list(cursor === undefined ? range : { ...range, cursor });
    entries.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return entries;
}

const told = (entries: readonly AuditEntry[]) => entries.map(({ change }) => inWords(change));

describe('an entry', () => {
  test('comes back as it was recorded, with its time', async () => {
    const audit = openAudit();
    await audit.add(entry('made', { projectId: '10001' }));
    await audit.add({
      actor: { kind: 'app' },
      action: 'sync.ended',
      target: asReason('workload arn:aws:x'),
      change: asReason(''),
    });
    const { entries } = await audit.list({});
    expect(entries).toEqual([
      {
        at: '2031-01-01T00:00:00.000Z',
        actor: { kind: 'app' },
        action: 'sync.ended',
        target: asReason('workload arn:aws:x'),
        change: asReason(''),
        ...{ lines: [], chain: 'site', number: 1 },
      },
      {
        ...entry('made'),
        actor: { kind: 'person', accountId: 'admin', ref: expect.stringMatching(/^[0-9a-f]{24}$/) },
        ...{ at: '2031-01-01T00:00:00.000Z', projectId: '10001' },
        ...{ lines: [], chain: 'project:10001', number: 1 },
      },
    ]);
  });

  test('is kept for a year', async () => {
    const audit = openAudit();
    await audit.add(entry('made'));
    storage.clock.advance(365 * DAY - 1);
    expect(await readAll(audit)).toHaveLength(1);
    storage.clock.advance(1);
    expect(await readAll(audit)).toEqual([]);
  });

  test.each([
    ['plain words and other scripts stay', 'Größe → 日本語 עברית 🏗️', 'Größe → 日本語 עברית 🏗️'],
    ['a line break fakes no second line', 'a\nb\r\nc\u2028d', 'a\uFFFDb\uFFFD\uFFFDc\uFFFDd'],
    ['a terminal is not steered', '\u001B[2J\u0000\u009B', '\uFFFD[2J\uFFFD\uFFFD'],
    ['nothing is written backwards', 'a\u202Eb\u2066c\u200Fd', 'a\uFFFDb\uFFFDc\uFFFDd'],
  ])('%s', async (_name, written, read) => {
    const audit = openAudit();
    await audit.add(entry(written, { target: asReason(written) }));
    expect((await audit.list({})).entries).toMatchObject([
      { change: asReason(read), target: asReason(read) },
    ]);
  });

  test('that tells of too much is cut', async () => {
    const audit = openAudit();
    const served = Array.from({ length: 300 }, (_, n) => `workload ${n} ${'x'.repeat(100)}`);
    await audit.add(
      entry('', { change: { code: 'project-served-for', params: { projectId: '1', served } } }),
    );
    const [kept] = (await audit.list({})).entries;
    expect(kept?.change.params).toMatchObject({
      projectId: '1',
      served: expect.arrayContaining([served[0], '…']),
    });
    expect(JSON.stringify(kept?.change).length).toBeLessThanOrEqual(LONGEST_CHANGE);
  });

  test('of version 1 has its sentences', async () => {
    const position = '2031-01-01T00:00:00.000Z.00000.0000000000000000';
    const before = { actor: { kind: 'app' }, action: 'sync.ended', subject: 'workload x', details: 'Run 7.' };
    await kvs.entity('audit').set(position, { position, at: '2031-01-01T00:00:00.000Z', ...before });
    const { entries } = await openAudit().list({});
    expect(entries).toMatchObject([{ target: asReason('workload x'), change: asReason('Run 7.') }]);
  });
});

describe('a list', () => {
  test('is newest first, over pages', async () => {
    const audit = openAudit();
    for (let day = 0; day < 120; day++) {
      await audit.add(entry(`day ${day}`));
      storage.clock.advance(DAY);
    }
    const first = await audit.list({});
    expect(first.entries).toHaveLength(50);
    expect(told(await readAll(audit))).toEqual(Array.from({ length: 120 }, (_, i) => `day ${119 - i}`));
  });

  test('of several hundred entries of the same millisecond loses none and doubles none', async () => {
    const runtimes = [openAudit(1), openAudit(2), openAudit(3)];
    const written = Array.from({ length: 330 }, (_, i) => `entry ${i}`);
    await Promise.all(written.map((words, i) => runtimes[i % 3]!.add(entry(words))));
    const read = told(await readAll(openAudit()));
    expect(read).toHaveLength(330);
    expect(new Set(read)).toEqual(new Set(written));
  });

  test('of one runtime in one millisecond is in the order of recording', async () => {
    const audit = openAudit();
    for (const words of ['first', 'second', 'third']) await audit.add(entry(words));
    expect(told(await readAll(audit))).toEqual(['third', 'second', 'first']);
  });

  test('of a project has its own entries alone, whatever cursor is sent', async () => {
    const audit = openAudit();
    const everywhere = Array.from({ length: 140 }, (_, i) => ({ projectId: `${10_000 + (i % 2)}`, i }));
    for (const { projectId, i } of everywhere) await audit.add(entry(`${projectId} ${i}`, { projectId }));
    await audit.add(entry('of no project'));
    const own = await readAll(audit, '10001');
    expect(own).toHaveLength(70);
    expect(new Set(own.map(({ projectId }) => projectId))).toEqual(new Set(['10001']));
    await fc.assert(
      fc.asyncProperty(fc.string(), async (cursor) => {
        const { entries } = await audit.list({ projectId: '10001', cursor });
        expect(entries.every(({ projectId }) => projectId === '10001')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('that is read while entries are added shows each older one once', async () => {
    const audit = openAudit();
    for (let i = 0; i < 70; i++) await audit.add(entry(`old ${i}`));
    const first = await audit.list({});
    await audit.add(entry('new'));
    const second = await audit.list({ cursor: first.cursor! });
    expect(new Set(told([...first.entries, ...second.entries])).size).toBe(70);
    expect(second).not.toHaveProperty('cursor');
  });
});

test('an entry that cannot be read stands in its place, by its key, and the page has the others', async () => {
  const problems: RecordProblem[] = [];
  const audit = openAudit(0, (problem) => problems.push(problem));
  await audit.add(entry('before'));
  const position = '2031-01-01T00:00:01.000Z.00000.0000000000000000';
  await kvs.entity('audit').set(position, { position, action: 'x', subject: 'y', details: SECRET });
  storage.clock.advance(2000);
  await audit.add(entry('after'));
  const { entries } = await audit.list({});
  expect(entries).toMatchObject([
    { change: asReason('after') },
    {
      at: '2031-01-01T00:00:01.000Z',
      action: UNREADABLE_ACTION,
      target: { code: 'target-record', params: { record: 'audit-entry', key: position } },
    },
    { change: asReason('before') },
  ]);
  expect(JSON.stringify([entries, problems])).not.toContain(SECRET);
  expect(problems).toEqual([{ code: 'unreadable', record: 'audit-entry', key: position }]);
});

test('an entry that cannot be stored fails nobody and is in the log, without its details', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const audit = openAudit();
  storage.fail();
  await expect(audit.add(entry('what changed', { projectId: '10001' }))).resolves.toBeUndefined();
  expect(logged).toHaveBeenCalledTimes(1);
  const line = logged.mock.calls[0]!.join(' ');
  expect(line).toContain('connection.created');
  expect(line).toContain('connection 1f');
  expect(line).toContain('10001');
  expect(line).not.toMatch(/what changed|"admin"/);
});
