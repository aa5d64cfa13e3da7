import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { SecretStorage } from '../../../src/connection/access-key-store';
import { digestOf, eventSecret, matchesDigest } from '../../../src/automatic/event-secret';
import { createEventSecretStore } from '../../../src/automatic/event-secret-store';

const ONE = '0123456789abcdef';
const OTHER = 'fedcba9876543210';

function openStore() {
  const secrets = new Map<string, unknown>();
  const asked: string[] = [];
  const kvs: SecretStorage = {
    getSecret: (key) => (asked.push(key), Promise.resolve(secrets.get(key))),
    setSecret: (key, value) => Promise.resolve(secrets.set(key, value)),
    deleteSecret: (key) => Promise.resolve(void secrets.delete(key)),
  };
  let seed = 0;
  const random = (bytes: number) => createHash('sha512').update(String(seed++)).digest().subarray(0, bytes);
  const clock = { now: () => Date.UTC(2026, 0, 2) };
  return { store: createEventSecretStore({ kvs, random, clock, log: () => undefined }), secrets, asked };
}

describe('the secret of a connection', () => {
  test('matches itself, for its own connection, and nothing else does', async () => {
    const { store } = openStore();
    const secret = await store.renew(ONE);
    const others = await store.renew(OTHER);
    expect(await store.matches(ONE, secret)).toBe(true);
    expect(await store.matches(OTHER, others)).toBe(true);
    for (const wrong of [others, '', undefined, secret.slice(1), `${secret} `, secret.toUpperCase()]) {
      expect(await store.matches(ONE, wrong)).toBe(false);
    }
  });

  test('is 256 random bits in a form that aws/events.yaml takes', async () => {
    const { store } = openStore();
    expect(await store.renew(ONE)).toMatch(/^[0-9a-f]{64}$/);
    expect(eventSecret(new Uint8Array(32))).toBe('0'.repeat(64));
  });

  test('is not kept: its digest is', async () => {
    const { store, secrets } = openStore();
    const secret = await store.renew(ONE);
    expect(JSON.stringify([...secrets])).not.toContain(secret);
    expect(await store.since(ONE)).toBe('2026-01-02T00:00:00.000Z');
  });

  test('ends when another is made, and when it is deleted', async () => {
    const { store } = openStore();
    const first = await store.renew(ONE);
    const second = await store.renew(ONE);
    expect([await store.matches(ONE, first), await store.matches(ONE, second)]).toEqual([false, true]);
    await store.delete(ONE);
    await store.delete(ONE);
    expect([await store.matches(ONE, second), await store.since(ONE)]).toEqual([false, undefined]);
  });

  test('where there is none, nothing matches: no secret, not even the digest of none', async () => {
    const { store } = openStore();
    for (const presented of [undefined, '', '0'.repeat(64)]) {
      expect(await store.matches(ONE, presented)).toBe(false);
    }
    expect(matchesDigest('', digestOf(''))).toBe(true);
    expect(matchesDigest(undefined, digestOf(''))).toBe(false);
  });

  test('of what is no id of a connection is not looked for', async () => {
    const { store, asked } = openStore();
    for (const id of ['', '../x', `${ONE}0`, ONE.toUpperCase(), 'x'.repeat(10_000)]) {
      expect(await store.matches(id, 'x')).toBe(false);
      await store.delete(id);
    }
    expect(asked).toEqual([]);
  });

  test('that another version wrote is none', async () => {
    const { store, secrets } = openStore();
    secrets.set(`event-secret:${ONE}`, { digest: 'abc', since: '2026-01-02T00:00:00.000Z' });
    expect(await store.matches(ONE, 'abc')).toBe(false);
  });
});
