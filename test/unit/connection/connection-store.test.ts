import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { kvs } from '@forge/kvs';
import { createConnectionStore, type ConnectionStore } from '../../../src/connection/connection-store';
import { CONNECTION, SECRET } from './a-connection';

interface KvsCall {
  readonly path: string;
  readonly key: string;
}

/** Forge's storage service behind the real @forge/kvs: two spaces, of values and of secrets. */
function installStorage() {
  const values = new Map<string, unknown>();
  const calls: KvsCall[] = [];
  Object.assign(globalThis, {
    __forge_fetch__: (_target: unknown, path: string, { body }: { body: string }) => {
      const { key, value } = JSON.parse(body) as { key: string; value?: unknown };
      calls.push({ path, key });
      const place = `${path.includes('/secret/') ? 'secret' : 'value'} ${key}`;
      if (path.endsWith('/set')) {
        values.set(place, value);
        return Promise.resolve(new Response(null, { status: 204 }));
      }
      if (values.has(place)) return Promise.resolve(Response.json({ key, value: values.get(place) }));
      return Promise.resolve(Response.json({ code: 'KEY_NOT_FOUND', message: 'not found' }, { status: 404 }));
    },
  });
  return { values, calls };
}

let storage: ReturnType<typeof installStorage>;
let store: ConnectionStore;

beforeEach(() => {
  storage = installStorage();
  let seed = 0;
  store = createConnectionStore({
    kvs,
    random: (bytes) => new Uint8Array(bytes).fill((seed += 1)),
    clock: { now: () => Date.UTC(2026, 0, 1) },
  });
});
afterEach(() => void Reflect.deleteProperty(globalThis, '__forge_fetch__'));

const { name, roleArn, regions, auth, projectKeys } = CONNECTION;
const input = { name, roleArn, regions, auth, projectKeys };

describe('stored connections', () => {
  test('are none at first', async () => {
    expect(await store.list()).toEqual([]);
    expect([await store.get('x'), await store.secret('x')]).toEqual([undefined, undefined]);
  });

  test('get an id, an external id of 128 bits that nobody chose, and the time', async () => {
    expect(await store.create(input, SECRET)).toEqual({
      ...input,
      id: '0101010101010101',
      externalId: '02020202020202020202020202020202',
      createdAt: '2026-01-01T00:00:00.000Z',
    });
  });

  test('come back as they were made, oldest first, by id and in the list', async () => {
    const first = await store.create(input, SECRET);
    const second = await store.create({ ...input, name: 'Staging' }, SECRET);
    expect(await store.list()).toEqual([first, second]);
    expect(await store.get(second.id)).toEqual(second);
    expect(await store.secret(first.id)).toEqual(SECRET);
  });

  test('keep the secret key in secret storage and nowhere else, and there before anything shows it', async () => {
    await store.create(input, SECRET);
    const plain = [...storage.values].filter(([place]) => place.startsWith('value'));
    expect(JSON.stringify(plain)).not.toContain(SECRET.secretAccessKey);
    const writes = storage.calls.filter(({ path }) => path.endsWith('/set'));
    expect(writes.map(({ path }) => path)).toEqual(['/api/v1/secret/set', '/api/v1/set', '/api/v1/set']);
  });

  test('use keys of the alphabet that Forge allows', async () => {
    await store.create(input, SECRET);
    await store.list();
    for (const { key } of storage.calls) expect(key).toMatch(/^(?!\s+$)[a-zA-Z0-9:._\s-#]{1,500}$/);
  });

  test('that another version wrote are not guessed at', async () => {
    const { id } = await store.create(input, SECRET);
    storage.values.set(`value connection:${id}`, { id, name: 'Production' });
    await expect(store.get(id)).rejects.toThrow('roleArn');
  });
});
