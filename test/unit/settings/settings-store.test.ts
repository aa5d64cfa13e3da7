import { expect, test } from '@jest/globals';
import { DEFAULT_LINK_SETTINGS, type LinkSettings } from '../../../src/settings/model';
import { settingsOn } from '../../builders/settings-stores';
import { MemoryKeyValues } from '../../builders/key-values';
import { WORKLOAD_ARN } from '../../builders/review';

const SETTINGS: LinkSettings = {
  ...DEFAULT_LINK_SETTINGS,
  issueManagementStatus: 'ENABLED',
  scope: 'all',
  selection: { questionIds: ['q1'] },
  doneStatusId: '10003',
};

test('a link has the defaults until somebody saves others, and then those, whoever opens the store', async () => {
  const kvs = new MemoryKeyValues();
  expect(await settingsOn(kvs).load('10000', WORKLOAD_ARN)).toEqual(DEFAULT_LINK_SETTINGS);
  await settingsOn(kvs).save('10000', WORKLOAD_ARN, SETTINGS);
  expect(await settingsOn(kvs).load('10000', WORKLOAD_ARN)).toEqual(SETTINGS);
});

test('what is saved for one project or workload holds in no other', async () => {
  const store = settingsOn(new MemoryKeyValues());
  await store.save('10000', WORKLOAD_ARN, SETTINGS);
  expect(await store.load('10001', WORKLOAD_ARN)).toEqual(DEFAULT_LINK_SETTINGS);
  expect(await store.load('10000', `${WORKLOAD_ARN}0`)).toEqual(DEFAULT_LINK_SETTINGS);
});

test('a value that no version of the app wrote is no setting', async () => {
  const kvs = new MemoryKeyValues();
  const store = settingsOn(kvs, () => undefined);
  await store.save('10000', WORKLOAD_ARN, SETTINGS);
  const [key] = kvs.values.keys();
  kvs.values.set(key!, JSON.stringify({ ...SETTINGS, scope: 'everything' }));
  await expect(store.load('10000', WORKLOAD_ARN)).rejects.toThrow();
});
