/** Who may make, change, test and delete which connection, and what is told of it. */
import { describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../../src/connection/model';
import { DEFAULT_SITE_SETTINGS } from '../../../../src/settings/model';
import type { Caller } from '../../../../src/use-cases/caller';
import { createConnection } from '../../../../src/use-cases/connections/create-connection';
import { deleteConnection } from '../../../../src/use-cases/connections/delete-connection';
import { disableEvents, enableEvents } from '../../../../src/use-cases/connections/events';
import { listConnections } from '../../../../src/use-cases/connections/list-connections';
import { testConnection } from '../../../../src/use-cases/connections/test-connection';
import { updateConnection } from '../../../../src/use-cases/connections/update-connection';
import {
  JIRA_ADMIN,
  MemoryPlatform,
  PROJECT,
  PROJECT_ADMIN,
  REGION,
  ROLE_ARN,
} from '../../../builders/platform';

const OTHER_ADMIN = { ...PROJECT_ADMIN, project: { id: 'another', key: 'OTHER', archived: false } };
const OF_PROJECT: Partial<Connection> = { owner: { kind: 'project', projectId: PROJECT.id }, serves: [] };
const ANOTHER_ROLE = 'arn:aws:iam::444455556666:role/backlog';

const asked = (roleArn: string) =>
  ({ name: 'New', roleArn, regions: [REGION], access: 'read-only' }) as never;

/** The site's connection, and one of the project to another account. */
async function both(): Promise<{ platform: MemoryPlatform; ofSite: string; ofProject: string }> {
  const platform = await MemoryPlatform.connected();
  const { id: ofSite } = await platform.connection();
  const { id: ofProject } = await platform.connect({ ...OF_PROJECT, name: 'Own', roleArn: ANOTHER_ROLE });
  return { platform, ofSite, ofProject };
}

async function switchOff(platform: MemoryPlatform): Promise<void> {
  await platform.siteSettings.save({ ...DEFAULT_SITE_SETTINGS, projectConnections: false });
}

const DEEDS: readonly [
  string,
  (ref: { connectionId: string }, caller: Caller, platform: MemoryPlatform) => Promise<unknown>,
][] = [
  ['change', (ref, caller, it) => updateConnection({ ...ref, change: { name: 'Renamed' } }, caller, it)],
  ['test', (ref, caller, it) => testConnection({ ...ref, region: REGION }, caller, it)],
  ['let in events of', enableEvents],
  ['shut out events of', disableEvents],
  ['delete', deleteConnection],
];

describe.each(DEEDS)('to %s a connection', (name, act) => {
  test.each<[string, Caller, 'ofSite' | 'ofProject', string]>([
    ['a Jira admin', JIRA_ADMIN, 'ofSite', 'may'],
    ['a Jira admin', JIRA_ADMIN, 'ofProject', name === 'delete' ? 'may' : 'finds none'],
    ['an admin of the project', PROJECT_ADMIN, 'ofProject', 'may'],
    ['an admin of the project', PROJECT_ADMIN, 'ofSite', 'finds none'],
    ['an admin of another project', OTHER_ADMIN, 'ofProject', 'finds none'],
  ])('%s (%#) %s: %s', async (_, caller, which, expected) => {
    const { platform, ...ids } = await both();
    const done = act({ connectionId: ids[which] }, caller, platform);
    if (expected === 'may') {
      await done;
      expect(platform.told()).toHaveLength(1);
      expect(platform.entries[0]?.target.params).toEqual({ connectionId: ids[which] });
      expect(platform.entries[0]?.projectId).toBe(which === 'ofProject' ? PROJECT.id : undefined);
    } else {
      await expect(done).rejects.toMatchObject({ name: 'Refusal', code: 'not-found' });
      expect(platform.entries).toEqual([]);
    }
  });
});

describe('connections are listed', () => {
  test.each<[string, Caller, readonly string[]]>([
    ['all of them for a Jira admin', JIRA_ADMIN, ['Production', 'Own']],
    ['its own for a project’s admin', PROJECT_ADMIN, ['Own']],
    ['none for another’s', OTHER_ADMIN, []],
  ])('%s', async (_, caller, names) => {
    const { platform } = await both();
    const { connections } = await listConnections({}, caller, platform);
    expect(connections.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test('with nothing secret, but for what is shown to set up the role', async () => {
    const { platform, ofSite } = await both();
    await enableEvents({ connectionId: ofSite }, JIRA_ADMIN, platform);
    const { connections } = await listConnections({}, JIRA_ADMIN, platform);
    const found = connections.find(({ id }) => id === ofSite);
    expect(found).toMatchObject({
      ...{ state: { code: 'ready' }, account: '111122223333' },
      serves: [{ projectId: PROJECT.id, projectKey: 'WA' }],
      eventsSince: new Date(platform.now).toISOString(),
    });
    expect(JSON.stringify(connections)).not.toContain('a secret');
  });
});

describe('a second connection to an account', () => {
  test.each<[string, Caller, string, string]>([
    ['of the site', JIRA_ADMIN, ROLE_ARN, 'is refused'],
    ['of the site, to another', JIRA_ADMIN, 'arn:aws:iam::777788889999:role/backlog', 'is made'],
    ['of the project', PROJECT_ADMIN, ANOTHER_ROLE, 'is refused'],
    ['of the project, to one of the site', PROJECT_ADMIN, ROLE_ARN, 'is made'],
    ['of another project', OTHER_ADMIN, ANOTHER_ROLE, 'is made'],
  ])('%s (%#) %s %s', async (_, caller, roleArn, expected) => {
    const { platform } = await both();
    const made = createConnection(asked(roleArn), caller, platform);
    if (expected === 'is made') expect((await made).roleArn).toBe(roleArn);
    else await expect(made).rejects.toMatchObject({ name: 'Refusal', code: 'conflict' });
    expect(platform.told()).toHaveLength(expected === 'is made' ? 1 : 0);
  });

  test('is not made by a change either; the connection itself stands in nobody’s way', async () => {
    const { platform, ofSite } = await both();
    const second = await platform.connect({ name: 'Second', roleArn: 'arn:aws:iam::777788889999:role/x' });
    const change = { roleArn: 'arn:aws:iam::777788889999:role/y' as never };
    await updateConnection({ connectionId: second.id, change }, JIRA_ADMIN, platform);
    const conflict = updateConnection({ connectionId: ofSite, change }, JIRA_ADMIN, platform);
    await expect(conflict).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Second/),
    });
  });
});

describe('where a Jira admin has switched off connections of projects', () => {
  test.each<[string, (platform: MemoryPlatform, caller: Caller, connectionId: string) => Promise<unknown>]>([
    ['none is made', (it, caller) => createConnection(asked(ANOTHER_ROLE), caller, it)],
    [
      'none is changed',
      (it, caller, connectionId) => updateConnection({ connectionId, change: {} }, caller, it),
    ],
    [
      'none is tested',
      (it, caller, connectionId) => testConnection({ connectionId, region: REGION }, caller, it),
    ],
  ])('%s, and the site’s go on', async (_, act) => {
    const { platform, ofSite, ofProject } = await both();
    await switchOff(platform);
    const refused = act(platform, PROJECT_ADMIN, ofProject);
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/switched off/),
    });
    await expect(act(platform, JIRA_ADMIN, ofSite)).resolves.toBeDefined();
  });

  test('one can still be deleted', async () => {
    const { platform, ofProject } = await both();
    await switchOff(platform);
    await deleteConnection({ connectionId: ofProject }, PROJECT_ADMIN, platform);
    expect(await platform.connections.get(ofProject)).toBeUndefined();
  });
});

test('a link that launches the stack of events carries no key', async () => {
  const { platform, ofSite } = await both();
  const folder = 'https://templates.s3.us-east-1.amazonaws.com/';
  const ports = Object.assign(platform, { templatesFolder: () => folder });
  const { launch, parameters } = await enableEvents({ connectionId: ofSite }, JIRA_ADMIN, ports);
  expect(launch.map(({ filled }) => filled)).toEqual([true]);
  const url = launch[0]?.url ?? '';
  expect(url).toContain(encodeURIComponent(parameters.RoleArn));
  expect(url).not.toContain(parameters.WebTriggerKey);
});

test('a connection that is deleted takes its key of events along', async () => {
  const { platform, ofSite } = await both();
  const { parameters } = await enableEvents({ connectionId: ofSite }, JIRA_ADMIN, platform);
  expect(parameters.WebTriggerUrl).toBe(`https://site.example/x1/${ofSite}`);
  expect(await platform.eventSecrets.matches(ofSite, parameters.WebTriggerKey)).toBe(true);
  await deleteConnection({ connectionId: ofSite }, JIRA_ADMIN, platform);
  expect(await platform.eventSecrets.matches(ofSite, parameters.WebTriggerKey)).toBe(false);
});

test('events need a role', async () => {
  const { platform } = await both();
  const { id, roleArn, ...draft } = await platform.connect();
  const { id: connectionId } = await platform.connections.create(draft);
  const refused = enableEvents({ connectionId }, JIRA_ADMIN, platform);
  await expect(refused).rejects.toMatchObject({
    code: 'conflict',
    message: 'Enter the ARN of the role first.',
  });
});
