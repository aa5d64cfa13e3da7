import { describe, expect, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import { practice, question, smallReview, withRisk } from '../../builders/review';
import { projectIdOf } from '../../builders/board';
import { Site } from '../../builders/site';
import { FOREIGN_PROJECT, PROJECT, PROJECT_ID, SECOND_PROJECT } from '../../builders/world';

const SMALL = smallReview(question('q1', 'HIGH', [practice('p1')]), question('q2', 'MEDIUM'));
const GROWN = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p9')]),
  question('q2', 'MEDIUM'),
  question('q3', 'HIGH'),
);
const SECOND_ID = projectIdOf(SECOND_PROJECT);
const NEXT_ID = `${PROJECT_ID}, the next`;
const RECREATE = { options: { selection: {}, recreate: true } };

async function synced(): Promise<Site> {
  const site = new Site(SMALL);
  await site.sync();
  return site;
}

/** Everything that a run could have left behind. */
function traces(site: Site): unknown {
  return { writes: [...site.jira.writes], stored: new Map(site.kvs.values) };
}

describe('a project whose key was changed', () => {
  test('is the same project: nothing to do, and nothing is blocked', async () => {
    const site = await synced();
    site.board.renameProject(PROJECT, 'NEW');
    const end = await site.sync();
    expect(end).toMatchObject({ kind: 'applied', plan: { changes: [], remarks: { conflicts: [] } } });
  });

  test('takes the next issues under its new key', async () => {
    const site = await synced();
    site.board.renameProject(PROJECT, 'NEW');
    site.review = GROWN;
    expect(await site.sync()).toMatchObject({ created: { epics: 0, tasks: 1, subtasks: 1 }, failed: [] });
    expect(site.board.all().map(({ key }) => key)).toEqual([
      'NEW-1',
      'NEW-2',
      'NEW-3',
      'NEW-4',
      'NEW-5',
      'NEW-6',
    ]);
  });

  test('between a preview and its confirmation: the plan is the one that was shown', async () => {
    const site = new Site(SMALL);
    const { plan } = await site.preview();
    site.board.renameProject(PROJECT, 'NEW');
    expect((await site.sync({ fingerprint: plan.fingerprint })).kind).toBe('applied');
  });

  test('after a create whose answer was lost: its issues are found, and made once', async () => {
    const site = new Site(SMALL);
    site.jira.indexLagMs = 3_600_000;
    site.jira.fates.push({ answer: 'given' }, { answer: 'lost' });
    const run = site.newRun();
    await expect(site.invoke(run)).rejects.toThrow('lost');
    site.board.renameProject(PROJECT, 'NEW');
    site.time += 60_000;
    await site.run(run);
    expect(site.board.all()).toHaveLength(4);
    expect((await site.linked()).size).toBe(4);
  });
});

describe('a workload whose issues are in another project', () => {
  test('is blocked, in words that do not name that project', async () => {
    const site = await synced();
    const before = traces(site);
    for (const mode of ['preview', 'sync'] as const) {
      const end = await site.sync({ projectId: SECOND_ID, mode });
      expect(end).toMatchObject({ kind: 'blocked', created: { epics: 0 } });
      expect(end.why?.map(inWords)).toEqual([
        expect.stringMatching(/another space.*one workload syncs to one space/),
      ]);
      expect(JSON.stringify([end.why, end.why?.map(inWords)])).not.toMatch(/WA|id of/);
    }
    expect(traces(site)).toEqual(before);
  });

  test('as long as one issue is left there', async () => {
    const site = await synced();
    for (const { id, level } of site.board.all()) if (level === 'task') site.board.moveTo(id, SECOND_PROJECT);
    expect((await site.sync({ projectId: SECOND_ID })).kind).toBe('blocked');
  });

  test('goes on where all of them moved to, and belongs there from then on', async () => {
    const site = await synced();
    for (const { id, level } of site.board.all())
      if (level !== 'subtask') site.board.moveTo(id, SECOND_PROJECT);
    expect(await site.sync({ projectId: SECOND_ID })).toMatchObject({
      kind: 'applied',
      plan: { changes: [] },
    });
    expect(await site.home()).toBe(SECOND_ID);
    expect((await site.sync()).kind).toBe('blocked');
  });
});

describe('a project that was deleted', () => {
  test('ends a run of it before anything is read, whoever has its key now', async () => {
    const site = await synced();
    site.board.deleteProject(PROJECT);
    const before = traces(site);
    await expect(site.sync()).rejects.toMatchObject({
      message: expect.stringMatching(/deleted.*nothing was synced/),
      details: { code: 'project-gone', retryable: false },
    });
    expect(traces(site)).toEqual(before);
  });

  test('holds its workload no longer; another makes the issues again only if it is asked to', async () => {
    const site = await synced();
    site.board.deleteProject(PROJECT);
    const there = { projectId: NEXT_ID, servedProjects: [NEXT_ID] };
    const told = await site.sync(there);
    expect(told).toMatchObject({ kind: 'applied', created: { epics: 0, tasks: 0, subtasks: 0 } });
    expect(told.plan.remarks.conflicts.map(({ code }) => code)).toEqual(Array(4).fill('deleted-in-jira'));
    expect([site.board.all(), await site.home()]).toEqual([[], PROJECT_ID]);
    expect(await site.sync({ ...there, ...RECREATE })).toMatchObject({
      created: { epics: 1, tasks: 2, subtasks: 1 },
    });
    expect(await site.home()).toBe(NEXT_ID);
  });
});

test('an archived project ends a run of it before anything is read', async () => {
  const site = await synced();
  site.board.archived.add(PROJECT_ID);
  site.review = GROWN;
  const before = traces(site);
  await expect(site.sync()).rejects.toMatchObject({
    message: expect.stringMatching(/WA is archived.*work items stay.*Restore/),
    details: { code: 'project-archived', retryable: false },
  });
  expect(traces(site)).toEqual(before);
});

describe('a first sync that makes nothing', () => {
  test('binds the workload to no project: it can still sync to another', async () => {
    const site = new Site(withRisk(SMALL, 'q2', 'NONE'));
    const empty = { options: { selection: { questionIds: ['q2'] }, recreate: false } };
    expect(await site.sync(empty)).toMatchObject({ kind: 'applied', created: { epics: 0 } });
    expect(await site.home()).toBeUndefined();
    expect(await site.sync({ projectId: SECOND_ID })).toMatchObject({
      kind: 'applied',
      created: { epics: 1 },
    });
    expect(await site.home()).toBe(SECOND_ID);
  });

  test('neither does one whose every issue Jira rejects', async () => {
    const site = new Site(SMALL);
    site.jira.rejects = () => 'summary: no';
    expect((await site.sync()).failed).not.toEqual([]);
    expect(await site.home()).toBeUndefined();
  });
});

test('an issue that was moved to a project that is not served is left alone, whatever the key of that project', async () => {
  const site = await synced();
  const task = site.board.all().find(({ level }) => level === 'task')!;
  site.board.moveTo(task.id, FOREIGN_PROJECT);
  site.board.deleteProject(PROJECT);
  site.board.renameProject(FOREIGN_PROJECT, PROJECT);
  site.review = withRisk(SMALL, 'q1', 'MEDIUM');
  const end = await site.sync({ projectId: SECOND_ID });
  expect(end.plan.remarks.conflicts.filter(({ code }) => code === 'moved-away')).toMatchObject([
    {
      key: 'WA-1',
      params: { project: 'WA' },
    },
    { key: 'WA-2' },
  ]);
  expect(site.jira.writes.filter((write) => write.startsWith('update'))).toEqual([]);
});
