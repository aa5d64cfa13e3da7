/** Issues that people moved to other projects: what cannot work there is told before anything is written. */
import { describe, expect, test } from '@jest/globals';
import { projectIdOf } from '../../builders/board';
import { practice, question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';
import { PROJECT_ID, SECOND_PROJECT } from '../../builders/world';

const SMALL = smallReview(question('q1', 'HIGH', [practice('p1')]));
const GROWN = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p9')], { title: 'Asked anew' }),
  question('q2', 'HIGH', [practice('p2')]),
);
const SECOND_ID = projectIdOf(SECOND_PROJECT);

/** The Epic was moved to the other project, which parts it from its Tasks if one of the two is team-managed. */
async function epicMoved(teamManaged: readonly string[]): Promise<Site> {
  const site = new Site(SMALL);
  await site.sync();
  for (const id of teamManaged) site.jira.places.set(id, { isTeamManaged: true });
  const { epic, task } = issuesOf(site);
  site.board.moveTo(epic!.id, SECOND_PROJECT);
  if (teamManaged.length > 0) site.board.change(task!.id, { parentId: undefined });
  site.review = GROWN;
  return site;
}

function issuesOf(site: Site) {
  const at = (level: string) => site.board.all().find((issue) => issue.level === level);
  return { epic: at('epic'), task: at('task') };
}

describe('the Epic was moved to another project', () => {
  test.each([
    ['from a team-managed one', [PROJECT_ID]],
    ['to a team-managed one', [SECOND_ID]],
    ['between two of them', [PROJECT_ID, SECOND_ID]],
  ])('%s: a new Task is not asked for, with the way out, and all else goes on', async (_, teamManaged) => {
    const site = await epicMoved(teamManaged);
    const { epic, task } = issuesOf(site);
    for (const mode of ['preview', 'sync'] as const) {
      site.jira.writes.length = 0;
      const { kind, plan, failed, conflicts } = await site.sync({ mode });
      expect(kind).toBe(mode === 'preview' ? 'previewed' : 'applied');
      expect(plan.remarks.blocked.map(({ title, code }) => [title, code])).toEqual([
        ['Question q2', 'epic-apart'],
        ['Practice p2', 'no-parent'],
      ]);
      expect(failed[0]?.params).toEqual({ epic: { issueKey: epic?.key } });
      expect(conflicts).toMatchObject([{ key: task?.key, code: 'epic-apart' }]);
    }
    expect(site.jira.writes.filter((write) => write.startsWith('create'))).toEqual(['create 1']);
    expect(site.board.get(task!.id)?.summary).toBe('Asked anew');
  });

  test('between company-managed ones: new Tasks hang below it as before', async () => {
    const site = await epicMoved([]);
    const { failed, created } = await site.sync();
    expect([failed, created]).toEqual([[], { epics: 0, tasks: 1, subtasks: 2 }]);
  });

  test('and back: its Tasks are proposed to be put below it again', async () => {
    const site = await epicMoved([SECOND_ID]);
    const { epic, task } = issuesOf(site);
    await site.sync();
    site.board.moveTo(epic!.id, 'WA');
    const { plan, conflicts } = await site.preview();
    expect([plan.remarks.blocked, conflicts]).toEqual([[], []]);
    expect(plan.remarks.proposals).toMatchObject([{ key: task?.key, code: 'below-epic' }]);
  });

  test('where the app may not edit: it is left alone and told, and nothing is made below it', async () => {
    const site = await epicMoved([]);
    site.jira.places.set(SECOND_ID, { mayEdit: false });
    const { id, key } = issuesOf(site).epic!;
    site.review = { ...GROWN, workload: { ...GROWN.workload, name: 'Renamed' } };
    const { conflicts, plan } = await site.sync();
    expect(conflicts).toMatchObject([{ key, code: 'moved-where-closed', params: { project: 'OPS' } }]);
    expect(plan.remarks.blocked.map(({ code }) => code)).toEqual(['no-parent', 'no-parent']);
    expect(site.jira.writes).not.toContain(`update ${id}`);
  });
});

test('a Task that was moved to a team-managed project is not put below an Epic that is made again', async () => {
  const site = new Site(SMALL);
  await site.sync();
  site.jira.places.set(SECOND_ID, { isTeamManaged: true });
  const { epic, task } = issuesOf(site);
  site.board.moveTo(task!.id, SECOND_PROJECT);
  site.board.delete(epic!.id);
  const proposals = { shown: true, decided: [] };
  const end = await site.sync({ options: { selection: {}, recreate: true, proposals } });
  expect([end.created.epics, end.failed]).toEqual([1, []]);
  expect(end.conflicts).toMatchObject([{ key: site.board.get(task!.id)?.key, code: 'task-apart' }]);
});

test('nobody moved an issue: no project is asked for', async () => {
  const site = new Site(SMALL);
  await site.sync();
  const calls: string[] = [];
  await site.invoke(site.newRun(), (_, call) => calls.push(call));
  expect(calls).not.toContain('jira.place');
});
