/** The links of a site as a Jira admin sees and ends them. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ForgeKvsAPIError } from '@forge/kvs';
import { linkedWorkloadRecord, nameOf } from '../../../src/linked-workloads/model';
import { createSiteLinks } from '../../../src/linked-workloads/site-links';
import { linkWorkload } from '../../../src/use-cases/link-workload';
import { listSiteLinks, unlinkOfSite, unlinkUnreadableOfSite } from '../../../src/use-cases/site-links';
import { JIRA_ADMIN, MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { MemoryStorage } from '../../builders/storage';
import { aLink, arnOf } from '../linked-workloads/a-link';

let platform: MemoryPlatform;
beforeEach(async () => {
  platform = await MemoryPlatform.linked();
});

const list = (cursor?: string) => listSiteLinks(cursor === undefined ? {} : { cursor }, JIRA_ADMIN, platform);

async function whole() {
  const found = [];
  let pages = 0;
  for (let cursor: string | undefined; ; pages += 1) {
    const page = await list(cursor);
    found.push(...page.workloads);
    cursor = page.cursor;
    if (cursor === undefined) return { found, pages: pages + 1 };
  }
}

const otherProject = () => platform.board.projectId('OTHER');
const save = (nth: number, more: Parameters<typeof aLink>[1] = {}) =>
  platform.linkedWorkloads.save(aLink(nth, { projectId: otherProject(), ...more }));

describe('the list', () => {
  test('names each link’s project, whichever it is, and who linked it', async () => {
    await save(1);
    const { found } = await whole();
    expect(found).toHaveLength(2);
    expect(found.find((link) => link.workloadArn === WORKLOAD_ARN)).toEqual({
      ...{ workloadArn: WORKLOAD_ARN, name: 'Web shop', projectId: PROJECT.id, projectKey: PROJECT.key },
      ...{ linkedAt: 'once', linkedBy: 'project admin' },
    });
    expect(found.find((link) => link.workloadArn === arnOf(1))).toMatchObject({
      ...{ projectId: otherProject(), projectKey: 'OTHER' },
    });
  });

  test('has a link of a project that is gone without a key, and none that was ended', async () => {
    await save(1);
    await save(2, { ended: { reason: 'unlinked', at: 'then' } });
    platform.board.deleteProject('OTHER');
    const { found } = await whole();
    expect(found.map(({ workloadArn }) => workloadArn).sort()).toEqual([WORKLOAD_ARN, arnOf(1)].sort());
    expect(found.find(({ workloadArn }) => workloadArn === arnOf(1))).not.toHaveProperty('projectKey');
  });

  test('comes in pages of 25, each link once, and asks for a project once a page', async () => {
    for (let nth = 1; nth < 60; nth += 1) await save(nth);
    let asked = 0;
    const jira = { project: (id: string) => ((asked += 1), platform.jira.project(id)) };
    const first = await listSiteLinks({}, JIRA_ADMIN, {
      siteLinks: platform.siteLinks,
      openJira: () => jira,
    });
    expect([first.workloads.length, asked]).toEqual([
      25,
      new Set(first.workloads.map((it) => it.projectId)).size,
    ]);
    const { found, pages } = await whole();
    expect([found.length, new Set(found.map(({ workloadArn }) => workloadArn)).size, pages]).toEqual([
      60, 60, 3,
    ]);
  });

  test('passes over what was ended, a hundred records at most in one call', async () => {
    const kvs = new MemoryStorage();
    for (let nth = 0; nth < 130; nth += 1) {
      const key = linkedWorkloadRecord.key({ name: String(nth).padStart(16, '0') });
      const ended = nth === 129 ? {} : ({ ended: { reason: 'unlinked', at: 'then' } } as const);
      await kvs.set(key, aLink(nth, ended), { keyPolicy: 'OVERRIDE' });
    }
    const links = createSiteLinks(kvs);
    const first = await links.page();
    expect([first?.records, first?.next]).toEqual([
      [],
      linkedWorkloadRecord.key({ name: '99'.padStart(16, '0') }),
    ]);
    expect((await links.page(first?.next))?.records).toEqual([aLink(129)]);
  });

  test('has the one workload that is asked for, whichever project links it', async () => {
    await save(1);
    await save(2, { ended: { reason: 'unlinked', at: 'then' } });
    const of = async (workloadArn: string) =>
      (await listSiteLinks({ workloadArn }, JIRA_ADMIN, platform)).workloads.map(
        ({ projectKey }) => projectKey,
      );
    expect(await Promise.all([of(arnOf(1)), of(arnOf(2)), of(arnOf(3))])).toEqual([['OTHER'], [], []]);
  });

  test('refuses a cursor that storage does not take', async () => {
    const response = { status: 400, statusText: 'Bad Request' };
    const refusal = new ForgeKvsAPIError(response, { code: 'INVALID_CURSOR', message: '' });
    const query = () => ({
      where: query,
      limit: query,
      cursor: query,
      getMany: () => Promise.reject(refusal),
    });
    const siteLinks = createSiteLinks(Object.assign(new MemoryStorage(), { query }));
    const asked = (cursor: object) =>
      listSiteLinks(cursor, JIRA_ADMIN, { openJira: platform.openJira, siteLinks });
    await expect(asked({ cursor: 'made up' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(asked({})).rejects.toBe(refusal);
  });
});

describe('unlinking', () => {
  const unlink = (workloadArn = WORKLOAD_ARN, projectId: string = PROJECT.id) =>
    unlinkOfSite({ workloadArn, projectId }, JIRA_ADMIN, platform);

  test('ends the link as its project’s admin would, told in the logs of project and site', async () => {
    await unlink();
    expect((await platform.linkedWorkloads.get(WORKLOAD_ARN))?.ended).toEqual({
      ...{ reason: 'unlinked', by: 'jira admin', at: new Date(platform.now).toISOString() },
    });
    expect(platform.told()).toEqual(['workload.unlinked by jira admin', 'workload.unlinked by jira admin']);
    expect(platform.entries.map(({ projectId }) => projectId)).toEqual([PROJECT.id, undefined]);
    expect(platform.entries[1]?.change.params).toEqual({ workload: 'Web shop', projectId: PROJECT.id });
  });

  test('twice does it once', async () => {
    await unlink();
    await unlink();
    expect(platform.entries).toHaveLength(2);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['nobody links', 'not-found', () => unlink(arnOf(7))],
    ['another project has by now', 'conflict', () => unlink(WORKLOAD_ARN, otherProject())],
  ])('what %s is refused: %s', async (_words, code, attempt) => {
    const before = await platform.linkedWorkloads.get(WORKLOAD_ARN);
    await expect(attempt()).rejects.toMatchObject({ name: 'Refusal', code });
    expect(await platform.linkedWorkloads.get(WORKLOAD_ARN)).toEqual(before);
    expect(platform.entries).toEqual([]);
  });

  test('lets another project link it, whose admin was told before whom to ask', async () => {
    await platform.link({ projectId: otherProject() });
    const { id: connectionId } = await platform.connection();
    const link = () =>
      linkWorkload({ projectKey: 'WA', workloadArn: WORKLOAD_ARN, connectionId }, PROJECT_ADMIN, platform);
    await expect(link()).rejects.toMatchObject({
      reason: { code: 'linked-by', params: { project: 'OTHER' } },
    });
    platform.hidden.add('OTHER');
    await expect(link()).rejects.toMatchObject({ reason: { code: 'linked-elsewhere', params: {} } });
    await unlink(WORKLOAD_ARN, otherProject());
    expect((await link()).state.code).toBe('active');
  });
});

describe('a record that cannot be read', () => {
  const { name } = nameOf(WORKLOAD_ARN);
  const key = linkedWorkloadRecord.key({ name });
  const unlink = () => unlinkUnreadableOfSite({ id: name }, JIRA_ADMIN, platform);

  test.each([
    ['that says nothing', 'damaged'],
    ['that still names a project', { projectId: PROJECT.id }],
  ])('%s is named in the list, and deleted, whosever it was', async (_words, stored) => {
    await platform.kvs.set(key, stored, { keyPolicy: 'OVERRIDE' });
    expect((await list()).unreadable).toEqual([{ id: name, reason: expect.anything() as unknown }]);
    await unlink();
    expect(await platform.kvs.get(key)).toBeUndefined();
    expect(platform.entries.map(({ action, projectId }) => [action, projectId])).toEqual([
      ['workload.unlinked', undefined],
    ]);
    await expect(unlink()).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['can be read', undefined],
    ['is of a newer version', { v: 999 }],
  ])('one that %s is not', async (_words, stored) => {
    if (stored) await platform.kvs.set(key, stored, { keyPolicy: 'OVERRIDE' });
    const before = await platform.kvs.get(key);
    await expect(unlink()).rejects.toMatchObject({ code: 'not-found' });
    expect(await platform.kvs.get(key)).toEqual(before);
  });
});
