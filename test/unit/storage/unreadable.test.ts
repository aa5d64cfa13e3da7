/** What a damaged record costs the others, store by store. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createLinkedWorkloadStore } from '../../../src/linked-workloads/linked-workload-store';
import { intentsOf } from '../../builders/guarded';
import { createLinkStore } from '../../../src/links/link-store';
import { createRunStore } from '../../../src/runs/run-store';
import { settingsOn, siteSettingsOn } from '../../builders/settings-stores';
import { DEFAULT_SITE_SETTINGS } from '../../../src/settings/model';
import { createPendingChanges } from '../../../src/automatic/pending-changes';
import type { DelayedJob } from '../../../src/automatic/queue';
import { ifReadable, NewerRecord, UnreadableRecord } from '../../../src/storage/problems';
import { inInvocation, logRecordProblem } from '../../../src/storage/record-log';
import { MemoryKeyValues } from '../../builders/key-values';
import { MemoryPendingChanges } from '../../builders/pending-changes';
import { linkAt } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';
import { aLink, arnOf } from '../linked-workloads/a-link';

const silent = () => undefined;
const SECRET = 'what stands there';

function damage(kvs: MemoryKeyValues, prefix: string, value: unknown = { damaged: SECRET }): string {
  const key = [...kvs.values.keys()].find((each) => each.startsWith(prefix));
  if (key === undefined) throw new Error(`Nothing stands under ${prefix}`);
  kvs.values.set(key, JSON.stringify(value));
  return key;
}

describe('links that cannot be read', () => {
  test.each(['link:', 'link:65b3600701d026a4:'])(
    '%s: the workload stops, and nothing is written',
    async (prefix) => {
      const kvs = new MemoryKeyValues();
      const link = linkAt({ lens: 0, pillar: 0, question: 0, choice: 0 });
      await createLinkStore(kvs, silent).save(WORKLOAD_ARN, '10000', [link]);
      const key = damage(kvs, prefix);
      const { writes } = kvs;
      await expect(createLinkStore(kvs, silent).load(WORKLOAD_ARN)).rejects.toThrow(`key ${key}`);
      await expect(createLinkStore(kvs, silent).save(WORKLOAD_ARN, '10000', [])).rejects.toThrow(
        UnreadableRecord,
      );
      expect(kvs.writes).toBe(writes);
    },
  );

  test('an intent that cannot be read never looks like none', async () => {
    const kvs = new MemoryKeyValues();
    await intentsOf(kvs, silent).save(WORKLOAD_ARN, {
      runId: 'r',
      at: 1,
      projectId: '1',
      afterNumber: 1,
      items: [],
    });
    damage(kvs, 'intent:');
    await expect(intentsOf(kvs, silent).load(WORKLOAD_ARN)).rejects.toThrow(UnreadableRecord);
  });
});

describe('settings', () => {
  test('of the site with an unknown member hold, and keep it when they are saved', async () => {
    const kvs = new MemoryKeyValues();
    const store = siteSettingsOn(kvs);
    await kvs.set('site-settings', { ...DEFAULT_SITE_SETTINGS, later: 1 });
    expect(await store.load()).toEqual(DEFAULT_SITE_SETTINGS);
    await store.save({ ...DEFAULT_SITE_SETTINGS, scope: 'all' });
    expect(await kvs.get('site-settings')).toEqual({ ...DEFAULT_SITE_SETTINGS, scope: 'all', later: 1 });
  });

  test('that cannot be read are saved over; those of a newer version are not', async () => {
    const kvs = new MemoryKeyValues();
    const store = settingsOn(kvs, silent);
    await store.save('1', WORKLOAD_ARN, { issueManagementStatus: 'DISABLED' });
    const key = damage(kvs, 'settings:', { issueManagementStatus: SECRET });
    await expect(store.load('1', WORKLOAD_ARN)).rejects.toThrow(UnreadableRecord);
    await store.save('1', WORKLOAD_ARN, { issueManagementStatus: 'ENABLED' });
    expect(await store.load('1', WORKLOAD_ARN)).toEqual({ issueManagementStatus: 'ENABLED' });
    kvs.values.set(key, JSON.stringify({ v: 9 }));
    await expect(store.save('1', WORKLOAD_ARN, { issueManagementStatus: 'ENABLED' })).rejects.toThrow(
      NewerRecord,
    );
    expect(await kvs.get(key)).toEqual({ v: 9 });
  });
});

describe('linked workloads', () => {
  test('one that cannot be read is named, and the list has the others', async () => {
    const kvs = new MemoryKeyValues();
    const store = createLinkedWorkloadStore(kvs, silent);
    for (const nth of [1, 2]) await store.save(aLink(nth));
    const key = damage(kvs, 'linked:');
    const { records, problems } = await store.listOfProject('10000');
    expect(records).toEqual([aLink(2)]);
    expect(problems).toEqual([{ code: 'unreadable', record: 'linked-workload', key }]);
    await store.save(aLink(1));
    expect(await store.get(arnOf(1))).toEqual(aLink(1));
  });

  test('a place that cannot be read is taken, and ends no list', async () => {
    const kvs = new MemoryKeyValues();
    const store = createLinkedWorkloadStore(kvs, silent);
    for (const nth of [1, 2, 3]) await store.save(aLink(nth));
    damage(kvs, 'linked-of:10000:1');
    const { records, problems } = await store.listOfProject('10000');
    expect(records).toEqual([aLink(1), aLink(3)]);
    expect(problems).toMatchObject([{ record: 'linked-workload-place', key: 'linked-of:10000:1' }]);
    await store.save(aLink(4));
    expect(await store.ofProject('10000')).toEqual([aLink(1), aLink(3), aLink(4)]);
  });
});

test.each<[string, unknown]>([
  ['damaged', { damaged: SECRET }],
  ['of a newer version', { v: 9 }],
])('a pending change that is %s loses no change: the question is due', async (what, stored) => {
  const storage = new MemoryPendingChanges();
  const jobs: DelayedJob[] = [];
  const push = (pushed: readonly DelayedJob[]) => Promise.resolve(void jobs.push(...pushed));
  const clock = { now: () => 1_000_000 };
  const pendingChanges = createPendingChanges({ storage, clock, push, log: silent });
  const subject = { direction: 'jira', workloadArn: WORKLOAD_ARN, lens: 'l', question: 'q' } as const;
  const open = () => pendingChanges.open({ ...subject, at: 0 });
  await pendingChanges.add(subject, 30);
  await pendingChanges.handled((await open())!);
  const [key = ''] = storage.values.keys();
  storage.values.set(key, JSON.stringify(stored));
  const change = (await open())!;
  expect(await pendingChanges.isDue(change, 30)).toBe(true);
  await pendingChanges.handled(change);
  expect(JSON.parse(storage.values.get(key) ?? '')).toEqual(stored);
  await pendingChanges.add(subject, 30);
  expect(jobs.length).toBeGreaterThan(1);
  // The next change heals what is damaged, and leaves what a newer version wrote.
  expect((await open())?.changedAt).toBe(what === 'damaged' ? 1_000_000 : 0);
});

describe('the log', () => {
  const problem = { code: 'unreadable', record: 'run', key: 'run:1' } as const;
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('names record and key once an invocation, and nothing of what stands there', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(silent);
    const kvs = new MemoryKeyValues();
    await kvs.set('run:1', { damaged: SECRET });
    const twice = async () => {
      await ifReadable(createRunStore(kvs).load('1'));
      await ifReadable(createRunStore(kvs).load('1'));
    };
    await inInvocation(twice);
    expect(logged.mock.calls).toEqual([['Stored record not usable', JSON.stringify(problem)]]);
    await inInvocation(twice);
    expect(logged).toHaveBeenCalledTimes(2);
  });

  test('outside of an invocation has each', () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(silent);
    logRecordProblem(problem);
    logRecordProblem(problem);
    expect(logged).toHaveBeenCalledTimes(2);
  });
});
