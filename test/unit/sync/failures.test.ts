import { describe, expect, test } from '@jest/globals';
import { withPractices, withRisk } from '../../builders/review';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { Site } from '../../builders/site';
import { asReason as text } from '../../../src/reason';
import { down, find, SMALL, synced, WIDE } from './synced-site';

describe('a partial failure is reported by issue, and the rest goes on', () => {
  test('a Task that Jira rejects: its Sub-tasks are told, all others are made', async () => {
    const site = new Site(SMALL);
    site.jira.rejects = ({ summary }) => (summary === 'Question q1' ? 'summary: too rude' : undefined);
    const end = await site.sync();
    expect(end).toMatchObject({ kind: 'applied', created: { epics: 1, tasks: 2, subtasks: 1 } });
    expect(end.failed).toEqual([
      { title: 'Question q1', code: 'create-rejected', params: { because: text('summary: too rude') } },
      { title: 'Practice p1', code: 'parent-not-created', params: {} },
      { title: 'Practice p2', code: 'parent-not-created', params: {} },
    ]);
  });

  test('beside Sub-tasks without a parent, the one that Jira rejects is told by its own name', async () => {
    const site = new Site(SMALL);
    site.jira.rejects = ({ summary }) => (/q1|p3/.test(summary) ? 'no' : undefined);
    const end = await site.sync();
    expect(end.failed.map(({ title, code }) => [title, code])).toEqual([
      ['Question q1', 'create-rejected'],
      ['Practice p1', 'parent-not-created'],
      ['Practice p2', 'parent-not-created'],
      ['Practice p3', 'create-rejected'],
    ]);
  });

  test('what was rejected is made by the next sync, once Jira takes it', async () => {
    const site = new Site(SMALL);
    site.jira.rejects = ({ summary }) => (summary === 'Question q1' ? 'no' : undefined);
    await site.sync();
    site.jira.rejects = () => undefined;
    expect(await site.sync()).toMatchObject({ created: { epics: 0, tasks: 1, subtasks: 2 }, failed: [] });
  });

  test('an Epic that Jira rejects: everything below is told', async () => {
    const site = new Site(SMALL);
    site.jira.rejects = ({ issueTypeId }) => (issueTypeId === 'epic' ? 'no' : undefined);
    const end = await site.sync();
    expect(end.failed.map(({ code }) => code)).toEqual([
      'create-rejected',
      ...Array<string>(6).fill('parent-not-created'),
    ]);
    expect(site.jira.writes).toEqual(['create 1']);
  });

  test('an update that Jira refuses is told; the next sync tries it again', async () => {
    const site = await synced();
    site.review = withRisk(SMALL, 'q1', 'MEDIUM');
    const { id, key } = find(site, 'q1', 'p1');
    site.jira.refusesUpdate = (issue) =>
      issue.id === id ? { kind: 'refused', code: 'forbidden', reason: text('not yours') } : undefined;
    const end = await site.sync();
    const params = { because: text('not yours') };
    expect(end.failed).toEqual([{ key, title: 'Practice p1', code: 'write-refused', params }]);
    expect(end.tally.updated).toBe(3);
    site.jira.refusesUpdate = () => undefined;
    expect(await site.sync()).toMatchObject({ failed: [], tally: { updated: 1 } });
    expect((await site.sync()).plan.changes).toEqual([]);
  });

  test('a Sub-task that cannot be closed keeps its Task open; the others close', async () => {
    const site = await synced();
    site.review = withRisk(SMALL, 'q1', 'NOT_APPLICABLE');
    const { id } = find(site, 'q1', 'p1');
    site.jira.refusesMove = (issue) =>
      issue.id === id ? { kind: 'refused', code: 'no-transition', reason: text('no way') } : undefined;
    const end = await site.sync();
    expect(end.failed).toEqual([
      { key: 'WA-5', title: 'Practice p1', code: 'write-refused', params: { because: text('no way') } },
      {
        key: 'WA-2',
        title: 'Question q1',
        code: 'open-subtasks',
        params: { children: 1 },
      },
    ]);
    expect(site.jira.writes).not.toContain(`move ${find(site, 'q1').id} done`);
    expect(find(site, 'q1', 'p2').status.category).toBe('done');
    site.jira.refusesMove = () => undefined;
    expect(await site.sync()).toMatchObject({ failed: [], tally: { closed: 2 } });
    expect(find(site, 'q1').status.category).toBe('done');
  });

  test('an issue deleted while the run was under way is told, and the rest goes on', async () => {
    const site = await synced();
    site.review = withPractices(SMALL, { p1: 'selected', p3: 'selected' });
    const { id } = find(site, 'q1', 'p1');
    site.jira.refusesMove = () => {
      site.jira.hidden.add(id);
      return undefined;
    };
    site.jira.hidden.clear();
    const end = await site.sync();
    expect(end.tally.closed + end.failed.length).toBe(2);
  });

  test('the status that a setting names is asked for, in closing only', async () => {
    const site = await synced();
    site.settings = { ...DEFAULT_SETTINGS, scope: 'risks', selection: {}, doneStatusId: '31' };
    site.jira.done.subtask = [{ id: '31', name: "Won't do", category: 'done' }];
    const targets: unknown[] = [];
    site.jira.refusesMove = (_issue, to) => void targets.push(to);
    site.review = withPractices(SMALL, { p1: 'selected' });
    await site.sync();
    site.review = SMALL;
    await site.sync();
    expect(targets).toEqual([
      { to: 'done', statusId: '31' },
      { to: 'open', isResolved: true },
    ]);
  });
});

describe('a service that fails', () => {
  test('a few failures are told by issue', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    const failing = new Set<string>();
    site.jira.refusesUpdate = ({ id }) => {
      if (failing.size < 3) failing.add(id);
      return failing.has(id) ? down() : undefined;
    };
    const end = await site.sync();
    expect(end.failed.map(({ code }) => code)).toEqual(['write-failed', 'write-failed', 'write-failed']);
    expect(end.tally.updated).toBe(27);
    expect(site.jira.writes).toHaveLength(27 + 3 * 3);
  });

  test('what fails once is done by the next try', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    let failures = 0;
    site.jira.refusesUpdate = () => ((failures += 1) <= 3 ? down() : undefined);
    expect(await site.sync()).toMatchObject({ kind: 'applied', failed: [], tally: { updated: 30 } });
  });

  test('an outage stops the run after a few, and a later invocation does the rest', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    site.jira.refusesUpdate = () => down();
    const run = site.newRun();
    await expect(site.invoke(run)).rejects.toThrow('Jira is down');
    expect(site.jira.writes.length).toBeLessThan(10);
    site.jira.refusesUpdate = () => undefined;
    expect(await site.run(run)).toMatchObject({ kind: 'applied', failed: [], tally: { updated: 30 } });
  });

  test('single failures between successes never add up to an outage', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    site.jira.refusesUpdate = ({ id }) => (Number(id) % 2 === 0 ? down() : undefined);
    expect(await site.sync()).toMatchObject({ kind: 'applied', tally: { updated: 15 } });
  });

  test('Jira says how long to wait: the run pauses for that long, and stops writing at once', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    let asked = 0;
    site.jira.refusesUpdate = () => ((asked += 1) === 1 ? down(120) : undefined);
    const run = site.newRun();
    await expect(site.invoke(run)).rejects.toMatchObject({ name: 'Pause', seconds: 120 });
    expect(site.jira.writes.length).toBeLessThan(6);
    expect(await site.run(run)).toMatchObject({ kind: 'applied', failed: [], tally: { updated: 30 } });
  });

  test('a bug stops the run, and what was done is recorded', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    let asked = 0;
    site.jira.refusesUpdate = () => ((asked += 1) === 10 ? new TypeError('bug') : undefined);
    const run = site.newRun();
    await expect(site.invoke(run)).rejects.toThrow(TypeError);
    const done = site.jira.writes.length - 1;
    site.jira.writes.length = 0;
    await site.run(run);
    expect(site.jira.writes).toHaveLength(30 - done);
  });
});
