import { expect, test } from '@jest/globals';
import { DEFAULT_LINK_SETTINGS } from '../../../src/settings/model';
import { createSettingsStore } from '../../../src/settings/settings-store';
import { keepingReads, withKeptReads } from '../../../src/storage/kept-reads';
import { createOrderedChanges } from '../../../src/storage/in-order';
import { MemoryGuarded } from '../../builders/guarded';
import { MemoryKeyValues } from '../../builders/key-values';
import { MemoryStorage } from '../../builders/storage';

function counted() {
  const clock = { at: 0, now: () => clock.at };
  const asked: string[] = [];
  class Counting extends MemoryStorage {
    override get(key: string): Promise<unknown> {
      asked.push(key);
      return super.get(key);
    }
  }
  return { clock, asked, kvs: withKeptReads(new Counting(), clock) };
}

test.each<[string, string, number]>([
  ['a link', 'linked:a', 1],
  ['links of issues', 'link:a:b', 1],
  ['a run, which others change', 'run:1', 3],
  ['a lease', 'lease:a', 3],
])('%s is read so often by a job that asks three times', async (_, key, reads) => {
  const { asked, kvs } = counted();
  await kvs.set(key, { is: 1 });
  const found = await keepingReads(() => Promise.all([kvs.get(key), kvs.get(key), kvs.get(key)]));
  expect(found).toEqual([{ is: 1 }, { is: 1 }, { is: 1 }]);
  expect(asked).toHaveLength(reads);
});

test('what the job writes it reads anew, and what others wrote after a second', async () => {
  const { clock, kvs } = counted();
  await keepingReads(async () => {
    expect(await kvs.get('linked:a')).toBeUndefined();
    await kvs.set('linked:a', 1);
    expect(await kvs.get('linked:a')).toBe(1);
    kvs.values.set('linked:a', '2');
    expect(await kvs.get('linked:a')).toBe(1);
    clock.at = 1000;
    expect(await kvs.get('linked:a')).toBe(2);
    await kvs.delete('linked:a');
    expect(await kvs.get('linked:a')).toBeUndefined();
  });
});

test('jobs keep nothing for one another, and nobody else keeps anything', async () => {
  const { asked, kvs } = counted();
  await keepingReads(() => kvs.get('linked:a'));
  await keepingReads(() => kvs.get('linked:a'));
  await kvs.get('linked:a');
  await kvs.get('linked:a');
  expect(asked).toHaveLength(4);
});

test('a read that failed is asked again', async () => {
  const { asked, kvs, clock } = counted();
  const failing = withKeptReads(
    {
      get(key: string): Promise<unknown> {
        return asked.length === 0 ? (asked.push(key), Promise.reject(new Error('503'))) : kvs.get(key);
      },
    },
    clock,
  );
  await keepingReads(async () => {
    await expect(failing.get('linked:a')).rejects.toThrow('503');
    expect(await failing.get('linked:a')).toBeUndefined();
  });
});

test('settings that are saved in turn with others replace what stands there, and are read as they were saved', async () => {
  const inner = new MemoryKeyValues();
  const kvs = withKeptReads(inner, { now: () => 0 });
  let nonce = 0;
  const changes = createOrderedChanges(new MemoryGuarded(inner), () => `${nonce++}`);
  const settings = createSettingsStore(kvs, changes);
  const others = createSettingsStore(inner, changes);
  const [theirs, ours] = [60, 90].map((quietSeconds) => ({ ...DEFAULT_LINK_SETTINGS, quietSeconds }));
  await keepingReads(async () => {
    await settings.load('1', 'w');
    await others.save('1', 'w', theirs!);
    const { before } = await settings.save('1', 'w', ours!);
    expect(before).toEqual(theirs);
    expect(await settings.load('1', 'w')).toEqual(ours);
  });
});
