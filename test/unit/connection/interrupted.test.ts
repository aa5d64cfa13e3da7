/** A connection whose making or deleting was interrupted, at whatever call of storage. */
import { describe, expect, test } from '@jest/globals';
import { createConnectionStore, type ConnectionStore } from '../../../src/connection/connection-store';
import { refuseSecondOfAccount } from '../../../src/connection/rules';
import { MemoryGuarded } from '../../builders/guarded';
import { MemoryStorage } from '../../builders/storage';
import { CONNECTION, draftOf } from './a-connection';

const DRAFT = draftOf(CONNECTION);
const OTHER = { ...DRAFT, name: 'Other', roleArn: 'arn:aws:iam::777788889999:role/other' };

/** Calls of storage until which the invocation lives, and whether the last one was done. */
interface Cut {
  readonly calls: number;
  readonly isDone: boolean;
}

class Site {
  readonly kvs = new MemoryStorage();
  readonly guarded = new MemoryGuarded(this.kvs);
  calls = 0;
  private made = 0;

  open(cut: Cut = { calls: Infinity, isDone: true }): ConnectionStore {
    let left = cut.calls;
    const until = <T extends object>(storage: T): T =>
      new Proxy(storage, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          if (name === 'query') return member.bind(target) as unknown;
          return async (...args: readonly unknown[]) => {
            this.calls += 1;
            left -= 1;
            const isCut = left < 0 || (left === 0 && !cut.isDone);
            const answer: unknown = isCut ? undefined : await Reflect.apply(member, target, args);
            if (left <= 0) throw new Error('The invocation ended');
            return answer;
          };
        },
      });
    return createConnectionStore({
      ...{ kvs: until(this.kvs), guarded: until(this.guarded), clock: { now: () => 0 } },
      random: (bytes) => new Uint8Array(bytes).fill((this.made += 1)),
    });
  }
}

const again = (store: ConnectionStore) =>
  store.create(DRAFT, (others) => refuseSecondOfAccount(DRAFT, others));

const names = async (store: ConnectionStore) => (await store.page(0)).records.map(({ name }) => name);

/** How many calls of storage the act takes. */
async function callsOf(act: (store: ConnectionStore) => Promise<unknown>): Promise<number> {
  const site = new Site();
  await site.open().create(OTHER);
  site.calls = 0;
  await act(site.open());
  return site.calls;
}

describe.each([false, true])(
  'an invocation that ends with a call of storage, which was done: %s',
  (isDone) => {
    test('leaves a connection that is listed and can be deleted, or none at all', async () => {
      const most = await callsOf((store) => store.create(DRAFT));
      const left = new Set<string>();
      for (let calls = 1; calls <= most; calls++) {
        const site = new Site();
        await site.open().create(OTHER);
        await site
          .open({ calls, isDone })
          .create(DRAFT)
          .catch(() => undefined);
        const store = site.open();
        const { records } = await store.page(0);
        const made = records.find(({ name }) => name === DRAFT.name);
        left.add(made ? 'made' : 'none');
        if (made) {
          await expect(again(store)).rejects.toMatchObject({ code: 'conflict' });
          await store.delete(made.id);
        }
        await expect(again(store)).resolves.toMatchObject({ name: DRAFT.name });
        expect((await names(store)).sort()).toEqual([DRAFT.name, OTHER.name].sort());
      }
      expect(most).toBeGreaterThan(5);
      expect([...left].sort()).toEqual(isDone ? ['made', 'none'] : ['none']);
    });

    test('leaves a deleted connection nowhere, or all of it', async () => {
      const most = await callsOf(async (store) => store.delete((await store.list())[0]?.id ?? ''));
      for (let calls = 1; calls <= most; calls++) {
        const site = new Site();
        const { id } = await site.open().create(DRAFT);
        await site
          .open({ calls, isDone })
          .delete(id)
          .catch(() => undefined);
        const store = site.open();
        expect(await names(store)).toEqual((await store.get(id)) ? [DRAFT.name] : []);
        await store.delete(id);
        await expect(again(store)).resolves.toBeDefined();
      }
    });
  },
);

test('what an earlier version lost of the list of all is put back when owners get their lists', async () => {
  const site = new Site();
  const lost = await site.open().create(DRAFT);
  const { values } = site.kvs;
  // As such a version left it, which wrote the record first.
  for (const key of [...values.keys()]) if (key.startsWith('connections')) values.delete(key);
  await site.kvs.set('connections', []);
  await expect(again(site.open())).rejects.toMatchObject({ code: 'conflict' });
  expect(await names(site.open())).toEqual([DRAFT.name]);
  await site.open().delete(lost.id);
  await expect(again(site.open())).resolves.toBeDefined();
});
