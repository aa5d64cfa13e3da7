import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openStore, type Store } from '../../../sandbox/store/store';

let directory: string;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'store-'));
});

afterEach(() => fs.rmSync(directory, { recursive: true }));

const journal = () => path.join(directory, 'journal.jsonl');

/** What a store holds after the process was killed: a second store over the same folder, the first never closed. */
function afterKill(): Store {
  return openStore(directory);
}

function rows(store: Store, name: string): Record<string, unknown> {
  return Object.fromEntries(store.table(name).entries());
}

describe('a store in a folder', () => {
  test('what was committed is there after a kill', () => {
    const store = openStore(directory);
    store.table('issues').set('10000', { summary: 'a' });
    store.commit();
    expect(rows(afterKill(), 'issues')).toEqual({ 10000: { summary: 'a' } });
  });

  test('what was not committed is gone after a kill', () => {
    const store = openStore(directory);
    store.table('issues').set('1', 'kept');
    store.commit();
    store.table('issues').set('2', 'lost');
    expect(rows(afterKill(), 'issues')).toEqual({ 1: 'kept' });
  });

  test('closing commits', () => {
    const store = openStore(directory);
    store.table('issues').set('1', 'kept');
    store.close();
    expect(rows(afterKill(), 'issues')).toEqual({ 1: 'kept' });
  });

  test('a deletion survives, and deleting nothing answers false', () => {
    const store = openStore(directory);
    store.table('issues').set('1', 'a');
    store.commit();
    expect(store.table('issues').delete('1')).toBe(true);
    expect(store.table('issues').delete('1')).toBe(false);
    store.commit();
    expect(rows(afterKill(), 'issues')).toEqual({});
  });

  test('a value that is changed without being set again is not journalled with the change', () => {
    const store = openStore(directory);
    const value = { summary: 'as set' };
    store.table('issues').set('1', value);
    value.summary = 'changed behind the store';
    store.commit();
    expect(rows(afterKill(), 'issues')).toEqual({ 1: { summary: 'as set' } });
  });

  test('a file where the folder should be is named, with what to do', () => {
    const file = path.join(directory, 'state');
    fs.writeFileSync(file, '');
    expect(() => openStore(file)).toThrow(/state cannot be the folder.*a file in its place; name another/);
  });

  test('a folder that takes none below it is named, and waited for by nobody', () => {
    expect(() => openStore('/proc/nope')).toThrow(/^\/proc\/nope cannot be the folder of the state/);
  });

  test('a torn last line is ignored, whole commits before it stay', () => {
    const store = openStore(directory);
    store.table('issues').set('1', 'whole');
    store.commit();
    fs.appendFileSync(journal(), '[["issues","2","tor');
    const reopened = afterKill();
    expect(rows(reopened, 'issues')).toEqual({ 1: 'whole' });
    reopened.table('issues').set('3', 'after');
    reopened.commit();
    expect(rows(afterKill(), 'issues')).toEqual({ 1: 'whole', 3: 'after' });
  });

  test('damage in the middle is an error that names file and line', () => {
    fs.writeFileSync(journal(), '[["issues","1","a"]]\n{oops\n[["issues","2","b"]]\n');
    expect(() => openStore(directory)).toThrow(/journal\.jsonl:2 is damaged/);
  });

  test('opening rewrites a long history as its outcome', () => {
    const store = openStore(directory);
    for (let i = 0; i < 100; i += 1) {
      store.table('issues').set('1', i);
      store.commit();
    }
    afterKill();
    expect(fs.readFileSync(journal(), 'utf8')).toBe('[["issues","1",99]]\n');
  });
});

test('without a folder nothing is written and everything else works', () => {
  const store = openStore();
  store.table('issues').set('1', 'a');
  store.commit();
  expect(rows(store, 'issues')).toEqual({ 1: 'a' });
  expect(store.table('issues').size).toBe(1);
  store.close();
});

test('a store cut off at any byte reopens as one of its commits', () => {
  const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.option(fc.jsonValue()) });
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 6 }), fc.nat(400), (commits, cut) => {
      fs.rmSync(journal(), { force: true });
      const store = openStore(directory);
      const states: unknown[] = [{}];
      for (const steps of commits) {
        for (const { key, value } of steps) {
          if (value === null) store.table('t').delete(key);
          else store.table('t').set(key, value);
        }
        store.commit();
        states.push(JSON.parse(JSON.stringify(rows(store, 't'))));
      }
      fs.truncateSync(journal(), Math.min(cut, fs.statSync(journal()).size));
      expect(states).toContainEqual(JSON.parse(JSON.stringify(rows(afterKill(), 't'))));
    }),
    { numRuns: 200 },
  );
});
