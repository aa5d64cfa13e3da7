import { describe, expect, test } from '@jest/globals';
import { planReview } from '../../../src/review-entries/plan-review';
import { projectIdOf } from '../../builders/board';
import { practice, question, smallReview } from '../../builders/review';
import { FOREIGN_PROJECT, PROJECT, SECOND_PROJECT, words, World } from '../../builders/world';

describe('an issue that is not where it was', () => {
  test('moved to another served project: followed by id, its new Sub-tasks are made there', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')])));
    world.sync();
    world.board.moveTo(world.find('q1').id, SECOND_PROJECT);
    expect(world.plan().changes).toEqual([]);
    world.review = smallReview(
      question('q1', 'HIGH', [practice('p1'), practice('p9')], { title: 'Renamed' }),
      question('q2', 'HIGH'),
    );
    const places = world
      .sync()
      .changes.map((change) => [
        words(change),
        change.kind === 'create' ? change.projectId : change.issue.projectId,
      ]);
    expect(places).toEqual([
      ['create task q2', projectIdOf(PROJECT)],
      ['create subtask q1/p9', projectIdOf(SECOND_PROJECT)],
      ['update epic', projectIdOf(PROJECT)],
      ['update task q1', projectIdOf(SECOND_PROJECT)],
      ['update subtask q1/p1', projectIdOf(SECOND_PROJECT)],
    ]);
  });

  test('moved to a project that is not served: told, left alone, and its missing children are not made', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')])));
    world.sync();
    world.board.moveTo(world.find('q1').id, FOREIGN_PROJECT);
    world.review = smallReview(question('q1', 'MEDIUM', [practice('p1', 'selected'), practice('p9')]));
    const { changes, remarks } = world.plan();
    expect(changes.map(words)).toEqual(['update epic']);
    expect(remarks.conflicts).toMatchObject([
      { key: 'HR-1', code: 'moved-away' },
      { key: 'HR-2', code: 'moved-away' },
    ]);
    expect(remarks.blocked).toMatchObject([{ title: 'Practice p9', code: 'no-parent' }]);
  });

  test('deleted: told, not made again, and nothing is made under it', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')])));
    world.sync();
    world.board.delete(world.find('q1').id);
    world.review = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p9')]));
    const { changes, remarks } = world.plan();
    expect(changes.map(words)).toEqual([]);
    expect(remarks.conflicts.map(({ title, code }) => [title, code])).toEqual([
      ['Question q1', 'deleted-in-jira'],
      ['Practice p1', 'deleted-in-jira'],
    ]);
    expect(remarks.blocked).toMatchObject([{ title: 'Practice p9', code: 'no-parent' }]);
  });

  test('deleted and asked for: made again, once, with what was under it', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')])));
    world.sync();
    world.board.delete(world.find('q1').id);
    expect(world.sync({ run: { recreate: true } }).changes.map(words)).toEqual([
      'create task q1',
      'create subtask q1/p1',
    ]);
    expect(world.plan({ run: { recreate: true } }).changes).toEqual([]);
    expect(world.plan().remarks.conflicts).toEqual([]);
  });

  test('deleted while its practice is settled: nothing to say', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')])));
    world.sync();
    world.board.delete(world.find('q1', 'p1').id);
    world.review = smallReview(question('q1', 'HIGH', [practice('p1', 'selected')]));
    const { changes, remarks } = world.plan();
    expect(changes).toEqual([]);
    expect(remarks.conflicts).toEqual([]);
  });

  test('stripped of its property: told as missing, not doubled', () => {
    const world = new World(smallReview(question('q1', 'HIGH')));
    world.sync();
    world.board.change(world.find('q1').id, { property: undefined });
    const { changes, remarks } = world.plan();
    expect(changes).toEqual([]);
    expect(remarks.conflicts).toMatchObject([{ code: 'deleted-in-jira' }]);
  });

  test('hung under another parent by a person: stays there', () => {
    const world = new World(
      smallReview(question('q1', 'HIGH', [practice('p1')]), question('q2', 'HIGH', [practice('p2')])),
    );
    world.sync();
    const { id } = world.find('q1', 'p1');
    world.board.change(id, { parentId: world.find('q2').id });
    expect(world.sync().changes).toEqual([]);
    expect(world.board.get(id)?.parentId).toBe(world.find('q2').id);
  });

  test('cloned: both are told, neither is written', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')])));
    world.sync();
    world.board.clone(world.find('q1').id);
    world.review = smallReview(question('q1', 'MEDIUM', [practice('p1')], { title: 'Renamed' }));
    const { changes, remarks } = world.plan();
    expect(changes.map(words)).toEqual(['update epic', 'update subtask q1/p1']);
    expect(remarks.conflicts).toMatchObject([
      { key: 'WA-2', code: 'doubled-identity', title: 'Question q1' },
      { key: 'WA-4', code: 'doubled-identity', title: 'CLONE - Question q1' },
    ]);
    const issues = [{ issueKey: 'WA-2' }, { issueKey: 'WA-4' }];
    expect(remarks.conflicts.map(({ params }) => params)).toEqual([{ issues }, { issues }]);
  });

  test('an Epic that was cloned: a run on any question says why nothing is made under it', () => {
    const world = new World(smallReview(question('q1', 'HIGH')));
    world.sync();
    world.board.clone(world.epic().id);
    world.review = smallReview(question('q1', 'HIGH'), question('q2', 'HIGH'));
    const { changes, remarks } = world.plan({ run: { selection: { questionIds: ['q2'] } } });
    expect(changes).toEqual([]);
    expect(remarks.conflicts.map(({ key, code }) => [key, code])).toEqual([
      ['WA-1', 'doubled-identity'],
      ['WA-3', 'doubled-identity'],
    ]);
    expect(remarks.blocked).toMatchObject([{ title: 'Question q2', code: 'no-parent' }]);
  });

  test('turned into another type by a person: told, left alone', () => {
    const world = new World(smallReview(question('q1', 'HIGH')));
    world.sync();
    world.board.change(world.find('q1').id, { level: 'epic' });
    world.review = smallReview(question('q1', 'HIGH', [], { title: 'Renamed' }));
    const { changes, remarks } = world.plan();
    expect(changes).toEqual([]);
    expect(remarks.conflicts).toMatchObject([{ key: 'WA-2', code: 'wrong-level' }]);
  });
});

describe('a create that is still uncertain', () => {
  test('is told, not repeated, and nothing is made under it', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')]), question('q2', 'HIGH')));
    const task = world.plan().changes.find((change) => words(change) === 'create task q1')!;
    const key = JSON.stringify([task.entry.identity.workload, task.entry.identity.lens, 'q1', undefined]);
    const { changes, remarks } = world.plan({ uncertain: new Set([key]) });
    expect(changes.map(words)).toEqual(['create epic', 'create task q2']);
    expect(remarks.blocked.map(({ code }) => code)).toEqual(['uncertain', 'no-parent']);
  });

  test('of the Epic: nothing at all is made', () => {
    const world = new World(smallReview(question('q1', 'HIGH', [practice('p1')])));
    const epic = JSON.stringify([world.review.workload.arn, undefined, undefined, undefined]);
    const { changes, remarks } = planReview(world.input({ uncertain: new Set([epic]) }));
    expect(changes).toEqual([]);
    expect(remarks.blocked.map(({ code }) => code)).toEqual(['uncertain', 'no-parent', 'no-parent']);
  });
});
