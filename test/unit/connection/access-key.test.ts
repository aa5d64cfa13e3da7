import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { kvs } from '@forge/kvs';
import { accessKeyView, ageInDays } from '../../../src/connection/access-key';
import { createAccessKeyStore } from '../../../src/connection/access-key-store';
import { UpstreamError } from '../../../src/upstream-error';
import { failure } from '../wellarchitected/open-source';
import { KEY, SECRET, USER_ARN } from './a-connection';
import { installStorage, type Storage } from './storage';

const NOW = Date.UTC(2026, 0, 31);
const APP = { WA_ACCESS_KEY_ID: 'AKIAOFTHEAPP00000000', WA_SECRET_ACCESS_KEY: `app/${'s'.repeat(36)}` };
const GOV = {
  WA_GOV_ACCESS_KEY_ID: 'AKIAOFGOVCLOUD000000',
  WA_GOV_SECRET_ACCESS_KEY: `gov/${'s'.repeat(36)}`,
};

let storage: Storage;
beforeEach(() => {
  storage = installStorage();
});
afterEach(() => storage.uninstall());

const openStore = (environment: Record<string, string | undefined> = {}) =>
  createAccessKeyStore({ kvs, environment, clock: { now: () => NOW } });

const NEW = { accessKeyId: KEY.accessKeyId, secretAccessKey: SECRET, principalArn: USER_ARN };

describe('the access key of a partition', () => {
  test('is none at first', async () => {
    expect(await openStore().get('aws')).toBeUndefined();
  });

  test('is the app’s own, from its environment', async () => {
    expect(await openStore({ ...APP, ...GOV }).get('aws')).toEqual({
      partition: 'aws',
      from: 'app',
      accessKeyId: APP.WA_ACCESS_KEY_ID,
      secretAccessKey: APP.WA_SECRET_ACCESS_KEY,
    });
    expect((await openStore(GOV).get('aws-us-gov'))?.accessKeyId).toBe(GOV.WA_GOV_ACCESS_KEY_ID);
  });

  test('is never that of the other partition', async () => {
    expect(await openStore(GOV).get('aws')).toBeUndefined();
    const store = openStore();
    await store.save('aws', NEW);
    expect(await store.get('aws-us-gov')).toBeUndefined();
  });

  test('is the site’s own where a Jira admin entered one, with its user and since when', async () => {
    const store = openStore(APP);
    await store.save('aws', NEW);
    expect(await store.get('aws')).toEqual({
      ...NEW,
      partition: 'aws',
      from: 'site',
      since: '2026-01-31T00:00:00.000Z',
    });
  });

  test('is the app’s again once the site’s own is deleted', async () => {
    const store = openStore(APP);
    await store.save('aws', NEW);
    await store.delete('aws');
    expect((await store.get('aws'))?.from).toBe('app');
    expect(storage.secrets.size).toBe(0);
  });

  test('is kept as one secret, so that a replacement is never half done, and nowhere else', async () => {
    const store = openStore();
    await store.save('aws', NEW);
    await store.save('aws', { ...NEW, accessKeyId: 'AKIATHENEXTONE000000', secretAccessKey: 'n'.repeat(40) });
    expect([storage.secrets.size, storage.values.size]).toEqual([1, 0]);
    expect(await store.get('aws')).toMatchObject({
      accessKeyId: 'AKIATHENEXTONE000000',
      secretAccessKey: 'n'.repeat(40),
    });
  });

  test('keeps only what a key is, whatever else it is given', async () => {
    await openStore().save('aws', { ...NEW, acceptOtherUser: true } as typeof NEW);
    expect(JSON.stringify([...storage.secrets.values()])).not.toContain('acceptOtherUser');
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'the id alone is set',
      { WA_ACCESS_KEY_ID: APP.WA_ACCESS_KEY_ID },
      /WA_ACCESS_KEY_ID is set, but WA_SECRET_ACCESS_KEY is not/,
    ],
    [
      'the secret alone is set',
      { WA_SECRET_ACCESS_KEY: APP.WA_SECRET_ACCESS_KEY },
      /WA_SECRET_ACCESS_KEY is set, but WA_ACCESS_KEY_ID is not/,
    ],
    ['the secret is blank', { ...APP, WA_SECRET_ACCESS_KEY: ' ' }, /WA_SECRET_ACCESS_KEY is not/],
    [
      'the key is a temporary one',
      { ...APP, WA_ACCESS_KEY_ID: 'ASIAOFTHEAPP00000000' },
      /WA_ACCESS_KEY_ID is not the access key ID of an IAM user/,
    ],
    [
      'the two are swapped',
      { WA_ACCESS_KEY_ID: APP.WA_SECRET_ACCESS_KEY, WA_SECRET_ACCESS_KEY: APP.WA_ACCESS_KEY_ID },
      /WA_ACCESS_KEY_ID is not/,
    ],
    [
      'the secret has a line break',
      { ...APP, WA_SECRET_ACCESS_KEY: `a\n${'s'.repeat(38)}` },
      /WA_SECRET_ACCESS_KEY is not a secret access key/,
    ],
  ])('is refused with one clear error where %s', async (_what, environment, message) => {
    const error = await failure(openStore(environment).get('aws'));
    expect(error.details).toMatchObject({ code: 'unusable-key', retryable: false });
    expect(error.message).toMatch(message);
    for (const value of Object.values(environment).filter((text) => text.trim() !== '')) {
      expect(error.message).not.toContain(value);
    }
  });

  test('that both variables leave blank is none', async () => {
    expect(await openStore({ WA_ACCESS_KEY_ID: '', WA_SECRET_ACCESS_KEY: ' ' }).get('aws')).toBeUndefined();
  });

  test('that another version stored is refused without a word of it', async () => {
    storage.secrets.set('access-key:aws', { secretAccessKey: SECRET });
    const error: unknown = await openStore()
      .get('aws')
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(JSON.stringify([error, String(error), (error as Error).cause])).not.toContain(SECRET);
  });
});

describe('the age of a key', () => {
  const since = '2026-01-01T12:00:00.000Z';
  test.each([
    ['at once', '2026-01-01T12:00:00.000Z', 0],
    ['a second before a day is over', '2026-01-02T11:59:59.000Z', 0],
    ['after a day', '2026-01-02T12:00:00.000Z', 1],
    ['after a leap year', '2029-01-01T12:00:00.000Z', 1096],
    ['before it was there', '2025-12-01T00:00:00.000Z', 0],
  ])('%s is counted in whole days', (_when, now, days) =>
    expect(ageInDays(since, Date.parse(now))).toBe(days),
  );
});

describe('what clients see of a key', () => {
  test('is its end, its user and its age', () => {
    expect(accessKeyView(KEY, USER_ARN, NOW)).toEqual({
      partition: 'aws',
      from: 'site',
      principalArn: USER_ARN,
      endsWith: 'MPLE',
      since: KEY.since,
      ageDays: 30,
    });
  });

  test('of the app’s own is no age, and no user while AWS does not say', () => {
    const { partition, accessKeyId, secretAccessKey } = KEY;
    const key = { partition, accessKeyId, secretAccessKey, from: 'app' } as const;
    expect(accessKeyView(key, undefined, NOW)).toEqual({ partition: 'aws', from: 'app', endsWith: 'MPLE' });
  });

  test('is never the secret, nor the whole id', () => {
    const seen = JSON.stringify(accessKeyView(KEY, USER_ARN, NOW));
    expect(seen).not.toContain(SECRET);
    expect(seen).not.toContain(KEY.accessKeyId);
  });
});
