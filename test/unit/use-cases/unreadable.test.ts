/** Records that cannot be read, as people meet them: each is named, costs itself alone, and can be mended. */
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import { nameOf } from '../../../src/linked-workloads/model';
import { DEFAULT_LINK_SETTINGS, DEFAULT_SITE_SETTINGS } from '../../../src/settings/model';
import { RecordError } from '../../../src/storage/problems';
import { listAccessKeys, saveAccessKey } from '../../../src/use-cases/access-keys';
import { listConnections } from '../../../src/use-cases/connections/list-connections';
import { loadSettings, saveSettings } from '../../../src/use-cases/link-settings';
import { linkWorkload } from '../../../src/use-cases/link-workload';
import { listLinked } from '../../../src/use-cases/linked-view';
import { listWorkloads } from '../../../src/use-cases/list-workloads';
import { preflight } from '../../../src/use-cases/preflight';
import { loadSiteSettings, saveSiteSettings } from '../../../src/use-cases/site-settings';
import { unlinkUnreadable } from '../../../src/use-cases/unlink-unreadable';
import { JIRA_ADMIN, MemoryPlatform, PROJECT, PROJECT_ADMIN, USER_ARN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

/** What the log says of records is tested with storage. */
beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));

const DAMAGED = { scope: 'of no version' };
const NEWER = { v: 9 };
const REF = { projectKey: 'WA', workloadArn: WORKLOAD_ARN };
const KEY = { partition: 'aws', accessKeyId: 'AKIAI44QH8DHBEXAMPLE', secretAccessKey: 'another' } as const;
const { name: ID } = nameOf(WORKLOAD_ARN);
const LINK = `linked:${ID}`;
const OTHER_ADMIN = { ...PROJECT_ADMIN, project: { id: 'another', key: 'OTHER', archived: false } };

async function damaged(key: string, value: object = DAMAGED): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked();
  await platform.kvs.set(key, value);
  return platform;
}

async function damagedKey(value: object): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked();
  await platform.kvs.setSecret('access-key:aws', value);
  return platform;
}

const linked = (platform: MemoryPlatform) => listLinked({}, PROJECT_ADMIN, platform);
function settingsKey({ kvs }: MemoryPlatform): string {
  return [...kvs.values.keys()].find((key) => key.startsWith('settings:')) ?? '';
}

async function withDamagedSettings(value: object = DAMAGED): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked({ scope: 'all' });
  await platform.kvs.set(settingsKey(platform), value);
  return platform;
}

describe('a link that cannot be read', () => {
  test('is named, and mended by its id', async () => {
    const { workloads, unreadable } = await linked(await damaged(LINK));
    expect(workloads).toEqual([]);
    expect(unreadable).toMatchObject([{ id: ID }]);
    expect(inWords(unreadable![0]!.reason)).toContain(`"linked-workload" (key ${LINK})`);
  });

  test('is linked anew', async () => {
    const platform = await damaged(LINK);
    const { id: connectionId } = await platform.connection();
    await linkWorkload({ ...REF, connectionId }, PROJECT_ADMIN, platform);
    expect(await linked(platform)).toMatchObject({ workloads: [{ workloadArn: WORKLOAD_ARN }] });
    expect(await linked(platform)).not.toHaveProperty('unreadable');
  });

  test('is unlinked, and that is told', async () => {
    const platform = await damaged(LINK);
    await unlinkUnreadable({ id: ID }, PROJECT_ADMIN, platform);
    expect(await linked(platform)).toEqual({ workloads: [], administers: true });
    expect(platform.told()).toEqual(['workload.unlinked by project admin']);
  });

  test('is left to the project that linked it', async () => {
    const platform = await damaged(LINK);
    const { id: connectionId } = await platform.connect({ serves: [{ projectId: 'another' }] });
    const linking = linkWorkload({ ...REF, connectionId }, OTHER_ADMIN, platform);
    await expect(linking).rejects.toThrow(`key ${LINK}`);
    const unlinking = unlinkUnreadable({ id: ID }, OTHER_ADMIN, platform);
    await expect(unlinking).rejects.toMatchObject({ code: 'not-found' });
    expect(await platform.kvs.get(LINK)).toEqual(DAMAGED);
  });

  test.each<[string, string, object]>([
    ['of a newer version', LINK, NEWER],
    ['that can be read', 'another', {}],
  ])('%s is neither unlinked nor replaced that way', async (_, key, value) => {
    const platform = await damaged(key, value);
    const before = await platform.kvs.get(LINK);
    const unlinking = unlinkUnreadable({ id: ID }, PROJECT_ADMIN, platform);
    await expect(unlinking).rejects.toMatchObject({ code: 'not-found' });
    expect(await platform.kvs.get(LINK)).toEqual(before);
  });

  test('of a newer version is named without an id, and linking says why it does not', async () => {
    const platform = await damaged(LINK, NEWER);
    const { unreadable = [] } = await linked(platform);
    expect(unreadable.map((each) => 'id' in each)).toEqual([false]);
    const { id: connectionId } = await platform.connection();
    await expect(linkWorkload({ ...REF, connectionId }, PROJECT_ADMIN, platform)).rejects.toThrow(
      'Update the app',
    );
    expect(await platform.kvs.get(LINK)).toEqual(NEWER);
  });

  test('whose place in the list cannot be read is listed once it is linked again', async () => {
    const platform = await damaged(`linked-of:${PROJECT.id}:0`);
    expect((await linked(platform)).workloads).toEqual([]);
    const { id: connectionId } = await platform.connection();
    await linkWorkload({ ...REF, connectionId }, PROJECT_ADMIN, platform);
    const after = await linked(platform);
    expect(after.workloads).toHaveLength(1);
    expect(after).not.toHaveProperty('unreadable');
  });
});

describe('settings of the site that cannot be read', () => {
  test('open as the defaults and say so; saving replaces them, and that is told', async () => {
    const platform = await damaged('site-settings');
    const { settings, unreadable } = await loadSiteSettings({}, JIRA_ADMIN, platform);
    expect(settings).toEqual(DEFAULT_SITE_SETTINGS);
    expect(inWords(unreadable!)).toContain('A Jira admin saves the site settings again.');
    await saveSiteSettings({ settings }, JIRA_ADMIN, platform);
    expect(await loadSiteSettings({}, JIRA_ADMIN, platform)).toEqual({ settings });
    expect(platform.told()).toEqual(['site-settings.changed by jira admin']);
  });

  test('of a newer version do not open, and are not written', async () => {
    const platform = await damaged('site-settings', NEWER);
    const settings = DEFAULT_SITE_SETTINGS;
    await expect(loadSiteSettings({}, JIRA_ADMIN, platform)).rejects.toThrow('Update the app');
    await expect(saveSiteSettings({ settings }, JIRA_ADMIN, platform)).rejects.toThrow(RecordError);
    expect(await platform.kvs.get('site-settings')).toEqual(NEWER);
    expect(platform.entries).toEqual([]);
  });

  test('stop every link and no list', async () => {
    const platform = await damaged('site-settings');
    const { workloads } = await linked(platform);
    expect(workloads.map(({ state }) => state.code)).toEqual(['record-unreadable']);
    expect(inWords(workloads[0]!.state.reason)).toContain('"site-settings"');
    const { connections } = await listConnections({}, JIRA_ADMIN, platform);
    expect(connections.map(({ state }) => state.code)).toEqual(['ready']);
    expect((await listWorkloads({}, PROJECT_ADMIN, platform)).problems).toEqual([]);
  });

  test('are why a connection of a project is not used', async () => {
    const platform = await damaged('site-settings');
    const owner = { kind: 'project', projectId: PROJECT.id } as const;
    await platform.connect({ owner, serves: [] });
    const { connections } = await listConnections({}, PROJECT_ADMIN, platform);
    expect(connections.map(({ state }) => state.code)).toEqual(['switched-off']);
    expect(inWords(connections[0]!.state.reason)).toContain('"site-settings"');
  });
});

describe('settings of a link that cannot be read', () => {
  test('open as the defaults and say so; saving replaces them, and that is told', async () => {
    const platform = await withDamagedSettings();
    const { settings, unreadable } = await loadSettings(REF, PROJECT_ADMIN, platform);
    expect(settings).toEqual(DEFAULT_LINK_SETTINGS);
    expect(inWords(unreadable!)).toContain(`"link-settings" (key ${settingsKey(platform)})`);
    expect(await saveSettings({ ...REF, settings }, PROJECT_ADMIN, platform)).not.toHaveProperty(
      'unreadable',
    );
    expect(platform.told()).toEqual(['settings.changed by project admin']);
    expect((await linked(platform)).workloads).toMatchObject([{ state: { code: 'active' } }]);
  });

  test('of a newer version do not open, and are not written', async () => {
    const platform = await withDamagedSettings(NEWER);
    await expect(loadSettings(REF, PROJECT_ADMIN, platform)).rejects.toThrow('Update the app');
    const saving = saveSettings({ ...REF, settings: DEFAULT_LINK_SETTINGS }, PROJECT_ADMIN, platform);
    await expect(saving).rejects.toThrow(RecordError);
    expect(await platform.kvs.get(settingsKey(platform))).toEqual(NEWER);
  });
});

describe('a connection that cannot be read', () => {
  test('is the state of its links', async () => {
    const platform = await MemoryPlatform.linked();
    const { id } = await platform.connection();
    await platform.kvs.set(`connection:${id}`, DAMAGED);
    const { workloads } = await linked(platform);
    expect(workloads).toMatchObject([{ state: { code: 'record-unreadable' } }]);
    expect(inWords(workloads[0]!.state.reason)).toContain(`key connection:${id}`);
    const { unreadable } = await listConnections({}, JIRA_ADMIN, platform);
    expect(unreadable).toMatchObject([{ id }]);
  });
});

describe('an access key that cannot be used', () => {
  test.each<[string, object, string]>([
    ['that cannot be read', DAMAGED, 'Enter the key again.'],
    ['of a newer version', NEWER, 'Go back to that version'],
  ])('%s is named, and hides neither connections nor links', async (_, value, words) => {
    const platform = await damagedKey(value);
    const { keys, unusable = [] } = await listAccessKeys({}, JIRA_ADMIN, platform);
    expect(keys).toEqual([]);
    expect(unusable.map(({ partition, reason }) => [partition, inWords(reason)])).toEqual([
      ['aws', expect.stringContaining(words)],
    ]);
    const { connections } = await listConnections({}, JIRA_ADMIN, platform);
    expect(connections.map(({ state }) => [state.code, inWords(state.reason)])).toEqual([
      ['no-key', expect.stringContaining(words)],
    ]);
    expect((await linked(platform)).workloads).toMatchObject([{ state: { code: 'connection-not-usable' } }]);
  });

  test('is entered again', async () => {
    const platform = await damagedKey(DAMAGED);
    platform.aws.users.set(KEY.accessKeyId, USER_ARN);
    await saveAccessKey(KEY, JIRA_ADMIN, platform);
    expect((await listAccessKeys({}, JIRA_ADMIN, platform)).keys).toMatchObject([{ endsWith: 'MPLE' }]);
  });

  test('of a newer version is not written', async () => {
    const platform = await damagedKey(NEWER);
    platform.aws.users.set(KEY.accessKeyId, USER_ARN);
    await expect(saveAccessKey(KEY, JIRA_ADMIN, platform)).rejects.toThrow(RecordError);
    expect(await platform.kvs.getSecret('access-key:aws')).toEqual(NEWER);
  });
});

describe('the check of a project', () => {
  test.each<[string, string, () => Promise<MemoryPlatform>]>([
    ['a link', 'linked-workload', () => damaged(LINK)],
    ['the settings of a link', 'link-settings', () => withDamagedSettings()],
    ['the settings of the site', 'site-settings', () => damaged('site-settings')],
  ])('names %s that cannot be read, once', async (_, record, made) => {
    const platform = await made();
    await platform.link({ workloadArn: WORKLOAD_ARN.replace(/.$/, '9') });
    const { checks } = await preflight({}, PROJECT_ADMIN, platform);
    const found = checks.filter(({ what }) => what === 'stored-records');
    expect(found.map(({ result, reason }) => [result, inWords(reason)])).toEqual([
      ['failed', expect.stringContaining(`"${record}"`)],
    ]);
  });
});
