import { describe, expect, test } from '@jest/globals';
import type { Scope } from '../../../src/settings/model';
import { practice, question, smallReview, withPractices, withRisk } from '../../builders/review';
import { words, World } from '../../builders/world';

const BEFORE = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2')]));
const P1_SELECTED = withPractices(BEFORE, { p1: 'selected' });
const ALL_SELECTED = withRisk(withPractices(BEFORE, { p1: 'selected', p2: 'selected' }), 'q1', 'NONE');
const NOT_APPLICABLE = withRisk(BEFORE, 'q1', 'NOT_APPLICABLE');

function synced(review = BEFORE): World {
  const world = new World(BEFORE);
  world.sync();
  world.review = review;
  return world;
}

/** Moves only: risks and descriptions change along. */
function moves(world: World, scope: Scope = 'risks'): readonly string[] {
  return world
    .plan({ settings: { scope } })
    .changes.filter(({ kind }) => kind !== 'update')
    .map(words);
}

function category(world: World, choice?: string): string {
  return world.find('q1', choice).status.category;
}

describe('what closes an issue', () => {
  test('the practice was selected', () => {
    const world = synced(P1_SELECTED);
    const [move] = world.sync().changes;
    expect(move).toMatchObject({ kind: 'close', reason: { code: 'practice-selected' } });
    expect([category(world, 'p1'), category(world, 'p2'), category(world)]).toEqual(['done', 'new', 'new']);
  });

  test('the practice was marked not applicable', () => {
    const world = synced(withPractices(BEFORE, { p1: 'notApplicable' }));
    expect(world.plan().changes).toMatchObject([
      { kind: 'close', reason: { code: 'practice-not-applicable' } },
    ]);
  });

  test('the question was marked not applicable: Sub-tasks first, then the Task', () => {
    const world = synced(NOT_APPLICABLE);
    expect(moves(world)).toEqual(['close subtask q1/p1', 'close subtask q1/p2', 'close task q1']);
    const task = world.plan().changes.at(-1)!;
    expect(task).toMatchObject({
      reason: { code: 'question-not-applicable' },
      after: [world.find('q1', 'p1').id, world.find('q1', 'p2').id],
    });
    world.sync();
    expect(category(world)).toBe('done');
    expect(world.plan().changes).toEqual([]);
  });

  test('the question has risk NONE and its last Sub-tasks close with it', () => {
    const world = synced(ALL_SELECTED);
    expect(moves(world)).toEqual(['close subtask q1/p1', 'close subtask q1/p2', 'close task q1']);
  });

  test('risk NONE and every Sub-task done already', () => {
    const world = synced(P1_SELECTED);
    world.sync();
    world.board.setStatus(world.find('q1', 'p2').id, 'done');
    world.review = withRisk(P1_SELECTED, 'q1', 'NONE');
    expect(moves(world)).toEqual(['close task q1']);
  });

  test('not while a Sub-task is open: risk NONE with an open practice', () => {
    const world = synced(withRisk(P1_SELECTED, 'q1', 'NONE'));
    expect(moves(world)).toEqual(['close subtask q1/p1']);
  });

  test('not while a Sub-task of the team is open', () => {
    const world = synced(ALL_SELECTED);
    const { id: parentId, projectKey } = world.find('q1');
    const own = world.board.create({ projectKey, level: 'subtask', summary: "the team's own", parentId });
    expect(moves(world)).toEqual(['close subtask q1/p1', 'close subtask q1/p2']);
    world.sync();
    world.board.setStatus(own.id, 'done');
    expect(moves(world)).toEqual(['close task q1']);
  });

  test('not while a Sub-task is about to be made', () => {
    const world = new World(ALL_SELECTED);
    world.sync({ settings: { scope: 'answered' } });
    expect(category(world)).toBe('done');
    world.review = smallReview(question('q1', 'NONE', [practice('p1', 'selected'), practice('p3')]));
    expect(moves(world, 'answered')).toEqual(['create subtask q1/p3', 'reopen task q1']);
  });

  test('not where the closing of a Sub-task failed: the Task waits', () => {
    const world = synced(NOT_APPLICABLE);
    world.sync({}, (change) => words(change) === 'close subtask q1/p1');
    expect([category(world, 'p2'), category(world)]).toEqual(['done', 'new']);
    expect(moves(world)).toEqual(['close subtask q1/p1', 'close task q1']);
  });

  test('never the Epic', () => {
    const world = synced(smallReview());
    world.review = { ...world.review, lenses: [] };
    expect(moves(world)).toEqual([]);
  });
});

describe('undoing it reopens', () => {
  test('a practice unselected', () => {
    const world = synced(P1_SELECTED);
    world.sync();
    world.review = BEFORE;
    expect(world.plan().changes).toMatchObject([{ kind: 'reopen', reason: { code: 'practice-open' } }]);
    world.sync();
    expect(category(world, 'p1')).toBe('new');
    expect(world.plan().changes).toEqual([]);
  });

  test('a question applicable again: the Task first, then its Sub-tasks', () => {
    const world = synced(NOT_APPLICABLE);
    world.sync();
    world.review = BEFORE;
    expect(moves(world)).toEqual(['reopen task q1', 'reopen subtask q1/p1', 'reopen subtask q1/p2']);
    expect(world.plan().changes.at(-3)).toMatchObject({
      reason: { code: 'question-risk', params: { risk: 'HIGH' } },
    });
  });

  test('a question whose risk came back', () => {
    const world = synced(ALL_SELECTED);
    world.sync();
    world.review = withRisk(P1_SELECTED, 'q1', 'HIGH');
    expect(moves(world)).toEqual(['reopen task q1', 'reopen subtask q1/p2']);
  });

  test('a Sub-task that is open again under a question of risk NONE', () => {
    const world = synced(ALL_SELECTED);
    world.sync();
    world.review = withRisk(P1_SELECTED, 'q1', 'NONE');
    expect(moves(world)).toEqual(['reopen task q1', 'reopen subtask q1/p2']);
  });
});

describe('what people moved in Jira', () => {
  test('done in Jira, open in the review: told, sync after sync, not undone', () => {
    const world = synced();
    world.board.setStatus(world.find('q1', 'p1').id, 'done');
    for (let day = 0; day < 2; day++) {
      const { changes, remarks } = world.sync();
      expect(changes).toEqual([]);
      expect(remarks.movedInJira).toEqual([
        {
          key: 'WA-3',
          title: 'Practice p1',
          code: 'done-in-jira',
          params: {
            difference: {
              code: 'differs-from-source',
              params: { status: 'Done', because: { code: 'practice-open', params: {} } },
            },
          },
        },
      ]);
    }
  });

  test('reopened in Jira, selected in the review: told, not undone', () => {
    const world = synced(P1_SELECTED);
    world.sync();
    world.board.setStatus(world.find('q1', 'p1').id, 'indeterminate');
    const { changes, remarks } = world.plan();
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toMatchObject([{ key: 'WA-3', code: 'open-in-jira' }]);
  });

  test('in progress is open: nothing to tell', () => {
    const world = synced();
    world.board.setStatus(world.find('q1', 'p1').id, 'indeterminate');
    const { changes, remarks } = world.plan();
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toEqual([]);
  });

  test('both sides came to the same: nothing to do and nothing to tell', () => {
    const world = synced(P1_SELECTED);
    world.board.setStatus(world.find('q1', 'p1').id, 'done');
    const { changes, remarks } = world.sync();
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toEqual([]);
  });

  test('both moved, apart: a conflict, shown until they agree', () => {
    const world = synced();
    const { id } = world.find('q1', 'p1');
    world.board.setStatus(id, 'done');
    world.sync();
    world.review = P1_SELECTED;
    world.board.setStatus(id, 'indeterminate');
    for (let day = 0; day < 2; day++) {
      const { changes, remarks } = world.sync();
      expect(changes).toEqual([]);
      expect(remarks.conflicts).toMatchObject([{ key: 'WA-3', code: 'moved-apart' }]);
      expect(remarks.movedInJira).toEqual([]);
    }
    world.board.setStatus(id, 'done');
    expect(world.sync().remarks.conflicts).toEqual([]);
    world.review = BEFORE;
    expect(moves(world)).toEqual(['reopen subtask q1/p1']);
  });

  test('moved apart and edited too: one conflict tells both', () => {
    const world = synced();
    const { id } = world.find('q1', 'p1');
    world.board.setStatus(id, 'done');
    world.sync();
    world.board.setStatus(id, 'new');
    world.board.change(id, { summary: 'Ours' });
    world.review = smallReview(
      question('q1', 'HIGH', [practice('p1', 'selected', { title: 'Renamed' }), practice('p2')]),
    );
    const { conflicts } = world.plan().remarks;
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({
      code: 'moved-apart',
      params: { of: 'source', edited: 'yes', status: 'To do', because: { code: 'practice-selected' } },
      texts: [{ field: 'title', old: 'Practice p1' }],
    });
  });

  test('a refused move is tried again by the next sync', () => {
    const world = synced(P1_SELECTED);
    world.sync({}, () => true);
    expect(moves(world)).toEqual(['close subtask q1/p1']);
  });

  test('a clone that took the place of a deleted original starts from what it is', () => {
    const world = synced(P1_SELECTED);
    world.sync();
    const { id } = world.find('q1', 'p1');
    world.board.clone(id);
    world.board.delete(id);
    expect(moves(world)).toEqual(['close subtask q1/p1']);
  });
});
