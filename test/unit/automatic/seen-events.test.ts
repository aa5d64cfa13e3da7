import { describe, expect, test } from '@jest/globals';
import { createSeenEvents } from '../../../src/automatic/seen-events';
import { MemoryKeyValues, stoppingAt } from '../../builders/key-values';

const ONE = '0123456789abcdef';
const ID = '7bf73129-1428-4cd3-a780-95db273d1602';

describe('an event that comes again', () => {
  test('is dealt with once for each connection', async () => {
    const seen = createSeenEvents(new MemoryKeyValues());
    let acts = 0;
    const act = () => Promise.resolve(void (acts += 1));
    expect(await seen.once(ONE, ID, act)).toBe(true);
    expect(await seen.once(ONE, ID, act)).toBe(false);
    expect(await seen.once('fedcba9876543210', ID, act)).toBe(true);
    expect(await seen.once(ONE, ID.replace('7', '8'), act)).toBe(true);
    expect(acts).toBe(3);
  });

  test('is dealt with again where dealing with it failed', async () => {
    const seen = createSeenEvents(new MemoryKeyValues());
    const fail = () => Promise.reject(new Error('Queue is full'));
    await expect(seen.once(ONE, ID, fail)).rejects.toThrow('full');
    expect(await seen.once(ONE, ID, () => Promise.resolve())).toBe(true);
  });

  test('is dealt with again where its invocation died before it was marked', async () => {
    const kvs = new MemoryKeyValues();
    let acts = 0;
    const act = () => Promise.resolve(void (acts += 1));
    const dying = createSeenEvents(stoppingAt(kvs, 1, 'before'));
    await expect(dying.once(ONE, ID, act)).rejects.toThrow('stopped');
    expect(await createSeenEvents(kvs).once(ONE, ID, act)).toBe(true);
    expect(acts).toBe(2);
  });
});
