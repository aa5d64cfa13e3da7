import { beforeEach, describe, expect, test } from '@jest/globals';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import { fingerprint } from '../../../src/jira/adf/fingerprint';
import { LEVELS } from '../../../src/jira/jira';
import { TASK_PROPERTY, unannounced } from './fake-jira';
import { DESCRIPTION, openLocalSite, PROPERTIES, type LocalSite } from './local-site';

let local: LocalSite;

beforeEach(() => {
  local = openLocalSite();
});

describe.each(['WA', 'KAN'])('in project %s', (key) => {
  test('a tree is made, and read back as it was written', async () => {
    const ids = await local.makeTree(key);
    const issues = await local.jira.fetch(LEVELS.map((level) => ids[level]));
    expect(issues.map(({ level, parentId, property }) => ({ level, parentId, property }))).toEqual([
      { level: 'epic', parentId: undefined, property: PROPERTIES.epic },
      { level: 'task', parentId: ids.epic, property: PROPERTIES.task },
      { level: 'subtask', parentId: ids.task, property: PROPERTIES.subtask },
    ]);
    expect(issues[1]?.subtasks).toEqual([{ id: ids.subtask, done: false }]);
    for (const issue of issues) {
      expect(issue).toMatchObject({ projectKey: key, labels: ['security', 'well-architected'] });
      expect(fingerprint(issue.description)).toBe(fingerprint(DESCRIPTION));
    }
  });

  test('issues are found by workload, once the index has caught up', async () => {
    local.admin.setIndexLag(60_000);
    const ids = await local.makeTree(key);
    const claims = await local.claims(key);
    expect(await local.jira.search(claims)).toEqual([]);
    expect((await local.jira.scan(key, 0)).issues).toHaveLength(3);
    local.clock.advance(60_001);
    expect([...(await local.jira.search(claims))].sort()).toEqual(Object.values(ids).sort());
    const workloadArn = 'arn:"other" OR project = WA';
    expect(await local.jira.search({ ...claims, workloadArn })).toEqual([]);
    expect(await local.jira.lastNumber(key)).toBe(3);
  });

  test('what moved, and only that, is found once the index has caught up', async () => {
    const { projectId } = await local.claims(key);
    const recentlyMoved = async (minutes: number) =>
      (await local.jira.recentlyMoved(minutes, [projectId])).map(({ id }) => id);
    const { subtask, task } = await local.makeTree(key);
    local.clock.advance(60 * 60_000);
    expect(await recentlyMoved(45)).toEqual([]);
    local.admin.setIndexLag(60_000);
    await local.jira.move({ id: subtask }, { to: 'done' });
    expect(await recentlyMoved(45)).toEqual([]);
    local.clock.advance(60_001);
    expect(await recentlyMoved(45)).toEqual([subtask]);
    await local.jira.update(task, { summary: 'Renamed' });
    local.clock.advance(60_001);
    expect([...(await recentlyMoved(45))].sort()).toEqual([task, subtask].sort());
    local.clock.advance(45 * 60_000);
    expect(await recentlyMoved(45)).toEqual([]);
    expect(await recentlyMoved(200)).toHaveLength(3);
  });

  test('what moved is told as a read tells it, texts and Sub-tasks left out', async () => {
    const { projectId } = await local.claims(key);
    const { subtask } = await local.makeTree(key);
    await local.jira.move({ id: subtask }, { to: 'done' });
    const [read] = await local.jira.fetch([subtask]);
    const moved = await local.jira.recentlyMoved(45, [projectId]);
    expect(moved.find(({ id }) => id === subtask)).toEqual({
      ...read,
      ...{ description: undefined, labels: [], subtasks: [] },
    });
  });

  test('what moved is found beside projects that are gone', async () => {
    await local.makeTree(key);
    const { projectId } = await local.claims(key);
    const gone = Array.from({ length: 60 }, (_, nth) => String(990_000 + nth));
    expect(await local.jira.recentlyMoved(45, [...gone.slice(0, 7), projectId, ...gone])).toHaveLength(3);
    expect(await local.jira.recentlyMoved(45, gone.slice(0, 1))).toEqual([]);
    expect(await local.jira.recentlyMoved(45, [])).toEqual([]);
  });

  test('an update changes what it names and nothing else', async () => {
    const { task } = await local.makeTree(key);
    const [before] = await local.jira.fetch([task]);
    const property = { ...TASK_PROPERTY, risk: 'MEDIUM' };
    const patch = { summary: 'Renamed', addLabels: ['cost'], removeLabels: ['security'], property };
    expect(await local.jira.update(task, patch)).toEqual({ kind: 'applied' });
    const [after] = await local.jira.fetch([task]);
    expect(after).toEqual({ ...before, summary: 'Renamed', labels: ['cost', 'well-architected'], property });
  });

  test('an update of the property alone, and of the description alone', async () => {
    const { epic } = await local.makeTree(key);
    const description = doc(paragraph(text('New')));
    await local.jira.update(epic, { property: { ...PROPERTIES.epic, hash: 'new' } });
    await local.jira.update(epic, { description });
    const [issue] = await local.jira.fetch([epic]);
    expect(issue?.property?.hash).toBe('new');
    expect(fingerprint(issue?.description)).toBe(fingerprint(description));
  });

  test('an issue is closed, closed again without a write, and reopened', async () => {
    const { subtask } = await local.makeTree(key);
    local.clock.advance(5 * 60_000);
    expect(await local.jira.move({ id: subtask }, { to: 'done' })).toMatchObject({ kind: 'applied' });
    const calls = local.jira.calls();
    expect(await local.jira.move({ id: subtask }, { to: 'done' })).toMatchObject({ kind: 'applied' });
    expect(local.jira.calls()).toBe(calls + 1);
    expect((await local.jira.fetch([subtask]))[0]).toMatchObject({
      status: { category: 'done' },
      resolution: { id: '10000', name: 'Done' },
      statusChangedAt: '2026-03-01T10:20:00.000+0000',
    });
    expect(await local.jira.move({ id: subtask }, { to: 'open' })).toMatchObject({ kind: 'applied' });
    expect((await local.jira.fetch([subtask]))[0]).toMatchObject({
      status: { category: 'new' },
      resolution: undefined,
    });
  });
});

describe('a create', () => {
  test('that fails in part tells which and why', async () => {
    const good = await local.draft('WA', 'epic');
    const answer = await local.jira.create(
      [{ ...good, labels: ['two words'] }, good, { ...good, parentId: '424242' }],
      unannounced,
    );
    expect(answer).toMatchObject({ kind: 'answered', created: [{ key: 'WA-1' }] });
    expect(answer.kind === 'answered' && answer.rejected.map(({ index }) => index)).toEqual([0, 2]);
  });

  test('that fails as a whole gives each its reason', async () => {
    const bad = await local.draft('WA', 'epic', { summary: '' });
    const answer = await local.jira.create([bad, bad], unannounced);
    expect(answer).toMatchObject({ kind: 'answered', created: [], rejected: [{ index: 0 }, { index: 1 }] });
  });

  test.each([true, false])(
    'whose answer is lost is not repeated (done by Jira: %s), and can be found',
    async (apply) => {
      const epic = await local.draft('WA', 'epic');
      local.admin.failNext({ operation: 'POST /rest/api/3/issue/bulk', times: 1, status: 503, apply });
      expect(await local.jira.create([epic], unannounced)).toMatchObject({ kind: 'lost' });
      expect((await local.jira.scan('WA', 0)).issues).toHaveLength(apply ? 1 : 0);
    },
  );

  test('that Jira puts off is sent again', async () => {
    const epic = await local.draft('WA', 'epic');
    const headers = { 'Retry-After': '5', 'RateLimit-Reason': 'jira-burst-based' };
    local.admin.failNext({ operation: 'POST /rest/api/3/issue/bulk', times: 2, status: 429, headers });
    expect(await local.jira.create([epic], unannounced)).toMatchObject({
      kind: 'answered',
      created: [{ key: 'WA-1' }],
    });
  });
});
