import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { kvs } from '@forge/kvs';
import fc from 'fast-check';
import { createConnectionStore, type ConnectionStore } from '../../../src/connection/connection-store';
import type { Connection } from '../../../src/connection/model';
import { UnreadableRecord } from '../../../src/storage/problems';
import { MemoryGuarded } from '../../builders/guarded';
import { CONNECTION, draftOf, probed } from './a-connection';
import { installStorage, type Storage } from './storage';

const DRAFT = draftOf(CONNECTION);

let storage: Storage;
let store: ConnectionStore;
let guarded: MemoryGuarded;

beforeEach(() => {
  storage = installStorage();
  guarded = new MemoryGuarded(kvs);
  store = openStore();
});
afterEach(() => storage.uninstall());

function openStore(seed = 0): ConnectionStore {
  let made = seed;
  let now = Date.UTC(2026, 0, 1);
  return createConnectionStore({
    kvs,
    ...{ guarded, nonce: () => 'nonce' },
    random: (bytes) => new Uint8Array(bytes).fill((made += 1)),
    clock: { now: () => (now += 1000) },
    log: () => undefined,
  });
}

const ids = (connections: readonly Connection[]) => connections.map(({ id }) => id);

describe('stored connections', () => {
  test('are none at first', async () => {
    expect(await store.list()).toEqual([]);
    expect(await store.get('00112233445566aa')).toBeUndefined();
  });

  test('get an id, an external id of 128 bits that nobody chose, and the time; and no tests', async () => {
    expect(await store.create(DRAFT)).toEqual({
      ...DRAFT,
      id: '0101010101010101',
      externalId: '02020202020202020202020202020202',
      tests: [],
      createdAt: '2026-01-01T00:00:01.000Z',
    });
  });

  test('come back as they were made, oldest first, by id and in the list', async () => {
    const first = await store.create(DRAFT);
    const second = await store.create({ ...DRAFT, name: 'Staging' });
    expect(await store.list()).toEqual([first, second]);
    expect(await store.get(second.id)).toEqual(second);
  });

  test('change as a whole', async () => {
    const made = await store.create(DRAFT);
    const changed = { ...made, name: 'Renamed', tests: [probed('eu-west-1', 'ok', 'failed')] };
    expect(await store.change(made.id, () => changed)).toEqual(changed);
    expect(await store.get(made.id)).toEqual(changed);
    expect(await store.list()).toEqual([changed]);
  });

  test('are gone at once when they are deleted, also for a query that still names them', async () => {
    const kept = await store.create(DRAFT);
    const { id } = await store.create(DRAFT);
    storage.freezeQueries();
    await store.delete(id);
    expect(await store.get(id)).toBeUndefined();
    expect(ids(await store.list())).toEqual([kept.id]);
  });

  test('stay gone: what began before the deletion cannot bring them back', async () => {
    const made = await store.create(DRAFT);
    await store.delete(made.id);
    expect(await store.change(made.id, (now) => ({ ...now, name: 'Late' }))).toBeUndefined();
    expect(await store.get(made.id)).toBeUndefined();
    expect(await store.list()).toEqual([]);
  });

  test('deleted twice or never made change nothing', async () => {
    const kept = await store.create(DRAFT);
    await store.delete('00112233445566aa');
    await store.delete('00112233445566aa');
    expect(ids(await store.list())).toEqual([kept.id]);
  });

  test('use keys of the alphabet that Forge allows', async () => {
    const { id } = await store.create(DRAFT);
    await store.list();
    await store.delete(id);
    for (const key of storage.keys()) expect(key).toMatch(/^(?!\s+$)[a-zA-Z0-9:._\s-#]{1,500}$/);
  });

  test.each(['', 'x', '../secret', 'access-key:aws', '0'.repeat(600), '__proto__'])(
    'are not looked for under %j',
    async (id) => {
      expect(await store.get(id)).toBeUndefined();
      await store.delete(id);
      expect(storage.keys()).toEqual([]);
    },
  );

  test('that another version wrote are not guessed at', async () => {
    const { id } = await store.create(DRAFT);
    storage.values.set(`connection:${id}`, { id, name: 'Production' });
    await expect(store.get(id)).rejects.toThrow(UnreadableRecord);
    await expect(store.get(id)).rejects.toThrow(`connection:${id}`);
  });

  test('of a Region that this version does not know cost themselves alone: the list has the others, and names it', async () => {
    const { id } = await store.create(DRAFT);
    const other = await store.create(DRAFT);
    storage.values.set(`connection:${id}`, { ...(await store.get(id)), regions: ['mars-north-1'] });
    expect(await store.list()).toEqual([other]);
    const { records, problems } = await store.listAll();
    expect(records).toEqual([other]);
    expect(problems).toEqual([{ code: 'unreadable', record: 'connection', key: `connection:${id}` }]);
    await store.delete(id);
    expect((await store.listAll()).problems).toEqual([]);
  });
});

describe('the list', () => {
  test('shows a connection before any query knows it', async () => {
    storage.freezeQueries();
    const made = await store.create(DRAFT);
    expect(ids(await store.list())).toEqual([made.id]);
  });

  test('loses none of two that were made at once', async () => {
    const other = openStore(100);
    const [one, two] = await Promise.all([store.create(DRAFT), other.create(DRAFT)]);
    const both = [one.id, two.id].sort();
    expect(ids(await store.list()).sort()).toEqual(both);
    expect([...(storage.values.get('connections') as string[])].sort()).toEqual(both);
  });

  test('is whole beyond one page of a query', async () => {
    for (let made = 0; made < 105; made += 1) await store.create(DRAFT);
    storage.values.delete('connections');
    expect(await store.list()).toHaveLength(105);
  });
});

test('external IDs and ids are hexadecimal and never repeat', () => {
  const bytes = (count: number) => fc.uint8Array({ minLength: count, maxLength: count });
  const randoms = fc.uniqueArray(fc.tuple(bytes(8), bytes(16)), {
    minLength: 2,
    maxLength: 5,
    comparator: (a, b) => a[0].join() === b[0].join() || a[1].join() === b[1].join(),
  });
  return fc.assert(
    fc.asyncProperty(randoms, async (pairs) => {
      storage.values.clear();
      const queue = pairs.flat();
      const made = createConnectionStore({
        ...{ kvs, guarded: new MemoryGuarded(kvs), clock: { now: () => 0 } },
        ...{ random: () => queue.shift()!, nonce: () => 'nonce' },
      });
      while (queue.length > 0) await made.create(DRAFT);
      const all = await made.list();
      expect(new Set(ids(all)).size).toBe(pairs.length);
      expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(pairs.length);
      for (const { externalId } of all) expect(externalId).toMatch(/^[0-9a-f]{32}$/);
    }),
    { numRuns: 30 },
  );
});
