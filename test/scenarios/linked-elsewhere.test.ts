/** A workload that another project took after an unlink: its owner is told whom to ask, and a Jira admin undoes it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, OUTSIDER, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';
import { storedIn } from './stored';
import { apart, notesOf } from './write-back-runs';

let site: ReviewedSite;
let other: string;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  const { admin } = site.site.jira;
  other = admin.createProject({ key: 'OTHER', name: 'Another project', style: 'next-gen' }).id;
  admin.grantRole('OTHER', 'administrators', OUTSIDER);
  admin.revokeRole('OTHER', 'administrators', PROJECT_ADMIN);
  const serves = ['WA', 'KAN', 'OTHER'].map((projectKey) => ({ projectKey }));
  await site.call('connection.serve', { connectionId: await connectionId(), serves }, JIRA_ADMIN);
}, 120_000);
afterAll(() => site.close());

async function connectionId(): Promise<string> {
  return (await site.call('connection.list', {}, JIRA_ADMIN)).connections[0]?.id ?? '';
}

const link = async (projectKey: string, accountId: string) =>
  site.call(
    'workload.link',
    { projectKey, workloadArn: site.workloadArn, connectionId: await connectionId() },
    accountId,
  );

const siteLinks = async () => (await site.call('siteWorkload.list', {}, JIRA_ADMIN)).workloads;
const unlink = (projectId: string) =>
  site.call('siteWorkload.unlink', { workloadArn: site.workloadArn, projectId }, JIRA_ADMIN);

/** Forge's indexes lag. */
const indexed = () => site.site.host.advanceClock(60_000);

describe('after an unlink, another project links the workload', () => {
  beforeAll(async () => {
    await site.call('workload.unlink', { projectKey: 'WA', workloadArn: site.workloadArn });
    await link('OTHER', OUTSIDER);
    const saved = { projectKey: 'OTHER', workloadArn: site.workloadArn, settings: AUTO };
    await site.call('settings.save', saved, OUTSIDER);
    await site.rest();
    indexed();
  }, 60_000);

  test('its owner, who may not see that project, is told to ask a Jira admin, and no name', async () => {
    const refusal = await link('WA', PROJECT_ADMIN).catch(String);
    expect(refusal).toMatch(/conflict: Another space has linked this workload.*Ask a Jira admin/);
    expect(refusal).not.toContain('OTHER');
    expect(refusal).not.toContain(other);
  });

  test('and is told its key once they may browse it', async () => {
    const { admin } = site.site.jira;
    admin.grantRole('OTHER', 'viewers', PROJECT_ADMIN);
    await expect(link('WA', PROJECT_ADMIN)).rejects.toThrow(/Space OTHER has linked.*Ask an admin of OTHER/);
    admin.revokeRole('OTHER', 'viewers', PROJECT_ADMIN);
  });

  test('a Jira admin sees who has it', async () => {
    expect(await siteLinks()).toMatchObject([
      { workloadArn: site.workloadArn, name: 'Small Lens', projectId: other, projectKey: 'OTHER' },
    ]);
  });

  test('and unlinks it: automatic mode stops, work items and notes stay, both logs tell it', async () => {
    const issues = await site.issues();
    const notes = await notesOf(site, 'keys');
    await unlink(other);
    expect(await siteLinks()).toEqual([]);
    site.site.clearRequests();
    await site.moveCard('Rotate keys', 'In Progress');
    await site.rest();
    expect(site.appCalls().filter((call) => !call.startsWith('GET '))).toEqual([]);
    expect((await site.issues()).map(({ key }) => key)).toEqual(issues.map(({ key }) => key));
    expect(await notesOf(site, 'keys')).toBe(notes);
    const { workloads } = await site.call('workload.linked', { projectKey: 'OTHER' }, OUTSIDER);
    expect(workloads.map(({ state, automatic }) => [state.code, automatic.on])).toEqual([
      ['unlinked', false],
    ]);
    indexed();
    const logs = await Promise.all([
      site.call('projectAudit.list', { projectKey: 'OTHER' }, OUTSIDER),
      site.call('audit.list', {}, JIRA_ADMIN),
    ]);
    const [ofProject = [], ofSite = []] = logs.map(({ entries }) =>
      entries.filter(({ action }) => action === 'workload.unlinked'),
    );
    expect(ofProject).toMatchObject([{ projectId: other, actor: { accountId: JIRA_ADMIN } }]);
    expect(ofSite.filter(({ projectId }) => projectId === undefined)).toMatchObject([
      { change: `"Small Lens", of the space with ID ${other}.`, actor: { accountId: JIRA_ADMIN } },
    ]);
    const checked = await site.call('audit.check', {}, JIRA_ADMIN);
    expect(checked.flaws).toEqual([]);
  });

  test('its owner links it again, goes on with the same work items, and the notes tell of them', async () => {
    const before = (await site.issues('project = WA')).map(({ key }) => key);
    expect((await link('WA', PROJECT_ADMIN)).state.code).toBe('active');
    await site.run();
    expect((await site.issues('project = WA')).map(({ key }) => key)).toEqual(before);
    expect(apart(await notesOf(site, 'keys')).block).toMatch(/Task WA-\d+: /);
    indexed();
    expect(await siteLinks()).toMatchObject([{ projectKey: 'WA' }]);
  });
});

describe('what a Jira admin was shown', () => {
  test('is not unlinked where another project has it by now', async () => {
    await expect(unlink(other)).rejects.toThrow(/^conflict: Another space has linked this workload since/);
    expect((await site.linked()).state.code).toBe('active');
  });

  test.each([
    ['no ARN', { workloadArn: 'arn:aws:s3:::bucket', projectId: '10000' }],
    ['no id of a project', { projectId: '../10000' }],
    ['no payload', undefined],
  ])('%s is invalid', async (_words, payload) => {
    const asked = payload && { workloadArn: site.workloadArn, ...payload };
    const call = { functionKey: 'siteWorkload.unlink', payload: asked, accountId: JIRA_ADMIN };
    expect(await site.site.host.invoke(call)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('a made-up cursor is refused in words', async () => {
    const asked = site.call('siteWorkload.list', { cursor: 'made-up' }, JIRA_ADMIN);
    await expect(asked).rejects.toThrow(/^invalid: The list has changed/);
  });
});

test('a record that cannot be read is unlinked by a Jira admin', async () => {
  const stored = storedIn(site.site);
  const key = stored.keyOf('linked:');
  stored.put(key, 'damaged');
  const { unreadable = [] } = await site.call('siteWorkload.list', {}, JIRA_ADMIN);
  expect(unreadable).toMatchObject([{ id: key.slice('linked:'.length) }]);
  // One that never linked it cannot: it may be anybody's.
  await expect(link('KAN', PROJECT_ADMIN)).rejects.toThrow(/cannot be read/);
  await site.call('siteWorkload.unlinkUnreadable', { id: unreadable[0]?.id }, JIRA_ADMIN);
  expect((await link('KAN', PROJECT_ADMIN)).state.code).toBe('active');
});
