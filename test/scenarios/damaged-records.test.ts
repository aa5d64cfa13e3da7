/** Records that another version wrote, or that cannot be read: each costs itself alone, is named, and can be mended. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { Contract } from '../../src/contract';
import { createConnection } from './connect';
import { openSmallSite, type SmallSite } from './small-site';
import { storedIn, type Stored } from './stored';

const PROJECT = { projectKey: 'WA' };
const DAMAGED = { scope: 'of no version', id: 7 };
const NEWER = { v: 99, later: true };

let site: SmallSite;
let stored: Stored;
let ref: { readonly projectKey: string; readonly workloadArn: string };
let connectionId: string;
let runId: string;
let issueKey: string;
/** What stood there before a test, to be put back. */
const before = new Map<string, unknown>();

beforeAll(async () => {
  site = await openSmallSite();
  stored = storedIn(site.site);
  await site.run();
  const [link] = (await site.call('workload.linked', PROJECT)).workloads;
  if (!link?.latestRun) throw new Error('nothing was synced');
  ({ connectionId } = link);
  ({ runId } = link.latestRun);
  ref = { ...PROJECT, workloadArn: link.workloadArn };
  await site.call('settings.save', { ...ref, settings: { issueManagementStatus: 'INHERIT' } });
  const { settings } = await site.call('siteSettings.get', {}, JIRA_ADMIN);
  await site.call('siteSettings.save', { settings }, JIRA_ADMIN);
  issueKey = (await site.issues())[0]?.key ?? '';
}, 120_000);
afterAll(() => site.close());
afterEach(() => {
  before.forEach((value, key) => stored.put(key, value));
  before.clear();
});

function plant(key: string, value: unknown): void {
  before.set(key, stored.at(key));
  stored.put(key, value);
}

const admin = <N extends keyof Contract>(name: N, payload: object = {}) =>
  site.call(name, payload, JIRA_ADMIN);

/** What the pages ask for, and a preview to its end; fails where one of them fails. */
async function askAll() {
  const run = { ...PROJECT, runId };
  const { connections } = await admin('connection.list');
  const { workloads } = await site.call('workload.linked', PROJECT);
  expect((await site.call('workload.list', PROJECT)).problems).toEqual([]);
  const { checks } = await site.call('project.preflight', PROJECT);
  expect((await site.call('sync.run', run)).state).toBe('done');
  await site.call('triage.list', PROJECT);
  await admin('audit.list');
  const preview = await site.run({ mode: 'preview' });
  return { connections, workloads, checks, preview };
}

describe('what another version wrote', () => {
  test('one unknown member in the settings of the site stops nothing, and survives their save', async () => {
    plant('site-settings', { ...(stored.at('site-settings') as object), later: { by: 'another version' } });
    const { settings } = await admin('siteSettings.get');
    const { workloads, preview } = await askAll();
    expect([workloads[0]?.state.code, preview.kind]).toEqual(['active', 'previewed']);
    await admin('siteSettings.save', { settings: { ...settings, quietSeconds: 61 } });
    expect(stored.at('site-settings')).toMatchObject({ quietSeconds: 61, later: { by: 'another version' } });
  });

  test('a connection with a Region that is not known is named, the others work, and it can be deleted', async () => {
    const { id } = await createConnection(site);
    const key = `connection:${id}`;
    stored.put(key, { ...(stored.at(key) as object), regions: ['xx-nowhere-1'] });
    const { connections, preview } = await askAll();
    expect([connections.map((each) => each.id), preview.kind]).toEqual([[connectionId], 'previewed']);
    const { unreadable } = await admin('connection.list');
    expect(unreadable).toEqual([{ id, reason: expect.stringContaining(`"connection" (key ${key})`) }]);
    await admin('connection.delete', { connectionId: id });
    expect(await admin('connection.list')).not.toHaveProperty('unreadable');
  });

  test('a run without members that are there now opens', async () => {
    const key = `run:${runId}`;
    const { tally, calls, troubles, recreate, ...run } = stored.at(key) as Record<string, unknown>;
    expect([tally, calls, troubles, recreate]).not.toContain(undefined);
    plant(key, run);
    const opened = await site.call('sync.run', { ...PROJECT, runId });
    expect(opened).toMatchObject({ state: 'done', outcome: { kind: 'applied' } });
  });
});

describe('a record that cannot be read', () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ['a link', 'linked:', () => site.call('workload.review', ref)],
    ['a run', 'run:RUN', () => site.call('sync.run', { ...PROJECT, runId })],
    ['a result', 'run:RUN:outcome', () => site.call('sync.run', { ...PROJECT, runId })],
    ['a plan', 'run:RUN:plan:0', () => site.call('sync.plan', { ...PROJECT, runId, page: 0 })],
    ['an issue in the index', 'issue:ISSUE', () => site.call('issue.panel', { ...PROJECT, issueKey })],
    ['the head of links', 'link:HEAD', () => site.run({ mode: 'preview' })],
  ])('%s: whoever asks for it learns which, and what to do', async (_, beginning, ask) => {
    const key = await resolved(beginning);
    plant(key, DAMAGED);
    await expect(ask()).rejects.toThrow(new RegExp(`\\(key ${key}\\) cannot be read.*\\. [A-Z].*\\.$`));
    expect(site.site.host.logs().join('\n')).toContain(`"key":"${key}"`);
    if (beginning.startsWith('link')) return;
    expect((await site.run({ mode: 'preview' })).kind).toBe('previewed');
  });

  test('a link is named in the list, and can be linked anew', async () => {
    const key = stored.keyOf('linked:');
    plant(key, DAMAGED);
    const { workloads, unreadable } = await site.call('workload.linked', PROJECT);
    expect(workloads).toEqual([]);
    expect(unreadable).toMatchObject([{ reason: expect.stringContaining(`(key ${key})`) }]);
    await site.link(ref.workloadArn);
    expect((await site.call('workload.linked', PROJECT)).workloads).toMatchObject([
      { state: { code: 'active' } },
    ]);
  });

  test('settings of a link stop that link alone, and are saved over', async () => {
    const key = stored.keyOf('settings:');
    plant(key, DAMAGED);
    const { workloads } = await site.call('workload.linked', PROJECT);
    expect(workloads).toMatchObject([
      { state: { code: 'record-unreadable', reason: expect.stringContaining(`(key ${key})`) } },
    ]);
    const { settings, unreadable } = await site.call('settings.get', ref);
    expect(unreadable).toContain(`(key ${key})`);
    await site.call('settings.save', { ...ref, settings });
    expect((await askAll()).workloads[0]?.state.code).toBe('active');
  });

  test('settings of the site stop every sync and no page, and are saved over', async () => {
    plant('site-settings', DAMAGED);
    const { settings, unreadable } = await admin('siteSettings.get');
    expect(unreadable).toContain('(key site-settings)');
    const { connections } = await admin('connection.list');
    expect(connections.map(({ state }) => state.code)).toEqual(['ready']);
    const { checks } = await site.call('project.preflight', PROJECT);
    expect(checks.filter(({ result }) => result === 'failed')).toMatchObject([{ what: 'stored-records' }]);
    await expect(site.call('sync.start', { ...ref, mode: 'preview' })).rejects.toThrow('key site-settings');
    await admin('siteSettings.save', { settings });
    expect((await askAll()).preview.kind).toBe('previewed');
  });

  test('the access key stops the use of connections and no page, and is deleted', async () => {
    const secrets = storedIn(site.site, 'forge.secrets');
    const key = secrets.at('access-key:aws');
    secrets.put('access-key:aws', DAMAGED);
    expect(await admin('accessKey.list')).toMatchObject({ keys: [], unusable: [{ partition: 'aws' }] });
    const { connections } = await admin('connection.list');
    expect(connections[0]?.state).toMatchObject({
      code: 'no-key',
      reason: expect.stringContaining('again'),
    });
    const { workloads } = await site.call('workload.linked', PROJECT);
    expect(workloads[0]?.state.code).toBe('connection-not-usable');
    await admin('accessKey.delete', { partition: 'aws' });
    expect(await admin('accessKey.list')).toEqual({ keys: [] });
    secrets.put('access-key:aws', key);
  });
});

describe('a record of a newer version', () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ['settings of the site', 'site-settings', () => admin('siteSettings.get')],
    ['settings of the site, saved', 'site-settings', saveSiteSettings],
    ['settings of a link', 'settings:', () => site.call('settings.get', ref)],
    ['settings of a link, saved', 'settings:', saveSettings],
    ['a link, unlinked', 'linked:', () => site.call('workload.unlink', ref)],
    ['a link, linked anew', 'linked:', () => site.link(ref.workloadArn)],
    ['a connection, changed', 'connection:', () => admin('connection.update', { connectionId, name: 'New' })],
    ['a run', 'run:RUN', () => site.call('sync.run', { ...PROJECT, runId })],
  ])('%s: is named and never written', async (_, beginning, ask) => {
    const key = await resolved(beginning);
    plant(key, NEWER);
    await expect(ask()).rejects.toThrow(new RegExp(`\\(key ${key}\\).*version 99.*Update the app`));
    expect(stored.at(key)).toEqual(NEWER);
  });
});

const SETTINGS = { issueManagementStatus: 'ENABLED', issueManagementType: 'MANUAL' };

function saveSettings() {
  return site.call('settings.save', { ...ref, settings: SETTINGS });
}

function saveSiteSettings() {
  const more = {
    projectConnections: true,
    scope: 'all',
    selection: {},
    quietSeconds: 60,
    parentsFollow: true,
  };
  return admin('siteSettings.save', { settings: { ...SETTINGS, ...more } });
}

/** The key that begins like this, with the run, the issue and the workload in their places. */
async function resolved(beginning: string): Promise<string> {
  if (beginning === 'link:HEAD') return stored.keyOf('linked:').replace('linked:', 'link:');
  if (beginning.startsWith('run:')) return beginning.replace('RUN', runId);
  if (beginning === 'issue:ISSUE') return `issue:${(await site.issues())[0]?.id ?? ''}`;
  return beginning.endsWith(':') ? stored.keyOf(beginning) : beginning;
}
