import { describe, expect, test } from '@jest/globals';
import type { StatusCategory } from '../../../src/jira/model';
import { practice, question, smallReview, withPractices, withRisk } from '../../builders/review';
import { words, World, type Asked } from '../../builders/world';

const FOLLOW: Asked = { settings: { parentsFollow: true } };
const BEFORE = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'HIGH', [practice('p3')]),
);
const ALL_SELECTED = withPractices(BEFORE, { p1: 'selected', p2: 'selected', p3: 'selected' });

function synced(review = BEFORE): World {
  const world = new World(BEFORE);
  world.sync(FOLLOW);
  world.review = review;
  return world;
}

function move(world: World, to: StatusCategory, ...path: readonly (string | undefined)[]): void {
  const [question, choice] = path;
  const { id } = question === undefined ? world.epic() : world.find(question, choice);
  world.board.setStatus(id, to);
}

function planned(world: World, asked = FOLLOW): readonly string[] {
  return world.plan(asked).changes.map(words);
}

describe('a Task follows its Sub-tasks', () => {
  test('done when the last of them is, whoever closed it', () => {
    const world = synced();
    move(world, 'done', 'q1', 'p1');
    expect(planned(world)).toEqual([]);
    move(world, 'done', 'q1', 'p2');
    expect(world.sync(FOLLOW).changes).toMatchObject([
      { kind: 'close', reason: { code: 'children-done', params: { children: 'subtask' } } },
    ]);
    expect(planned(world)).toEqual([]);
  });

  test("not while one of the team's own is open", () => {
    const world = synced(withPractices(BEFORE, { p1: 'selected', p2: 'selected' }));
    const { id: parentId, projectKey } = world.find('q1');
    const own = world.board.create({ projectKey, level: 'subtask', summary: "the team's own", parentId });
    expect(planned(world)).toEqual(['close subtask q1/p1', 'close subtask q1/p2']);
    world.sync(FOLLOW);
    world.board.setStatus(own.id, 'done');
    expect(planned(world)).toEqual(['close task q1']);
  });

  test('not without Sub-tasks: then its risk decides', () => {
    const world = new World(smallReview(question('q1', 'HIGH')));
    world.sync(FOLLOW);
    expect(planned(world)).toEqual([]);
    world.review = withRisk(world.review, 'q1', 'NONE');
    expect(planned(world)).toEqual(['update epic', 'update task q1', 'close task q1', 'close epic']);
  });

  test('not while one is about to be made', () => {
    const world = synced(withPractices(BEFORE, { p1: 'selected', p2: 'selected' }));
    world.sync(FOLLOW);
    world.review = smallReview(
      question('q1', 'HIGH', [practice('p1', 'selected'), practice('p2', 'selected'), practice('p4')]),
      question('q2', 'HIGH', [practice('p3')]),
    );
    expect(planned(world)).toEqual(['create subtask q1/p4', 'reopen task q1']);
  });

  test('reopened when one of them is open again, in AWS or in Jira', () => {
    const world = synced(withPractices(BEFORE, { p1: 'selected', p2: 'selected' }));
    world.sync(FOLLOW);
    world.review = withPractices(BEFORE, { p1: 'selected' });
    expect(planned(world)).toEqual(['reopen task q1', 'reopen subtask q1/p2']);
    world.sync(FOLLOW);
    move(world, 'done', 'q1', 'p2');
    world.sync(FOLLOW);
    move(world, 'indeterminate', 'q1', 'p2');
    expect(world.plan(FOLLOW).changes).toMatchObject([
      { kind: 'reopen', reason: { code: 'children-not-done', params: { children: 'subtask' } } },
    ]);
  });

  test('its question not applicable: done with what is still open', () => {
    const world = synced(withRisk(BEFORE, 'q1', 'NOT_APPLICABLE'));
    world.sync(FOLLOW);
    move(world, 'new', 'q1', 'p1');
    expect(planned(world)).toEqual([]);
  });

  test('left open where the closing of a Sub-task failed', () => {
    const world = synced(withPractices(BEFORE, { p1: 'selected', p2: 'selected' }));
    world.sync(FOLLOW, (change) => words(change) === 'close subtask q1/p2');
    expect(world.find('q1').status.category).toBe('new');
    expect(planned(world)).toEqual(['close subtask q1/p2', 'close task q1']);
  });
});

describe('the Epic follows its Tasks', () => {
  test('children before parents when closing, parents first when reopening', () => {
    const world = synced(ALL_SELECTED);
    expect(planned(world)).toEqual([
      'close subtask q1/p1',
      'close subtask q1/p2',
      'close subtask q2/p3',
      'close task q1',
      'close task q2',
      'close epic',
    ]);
    const epic = world.sync(FOLLOW).changes.at(-1)!;
    expect(epic).toMatchObject({
      reason: { code: 'children-done', params: { children: 'task' } },
      after: [world.find('q1').id, world.find('q2').id],
    });
    expect(planned(world)).toEqual([]);
    world.review = withPractices(ALL_SELECTED, { p3: 'open' });
    expect(planned(world)).toEqual(['reopen epic', 'reopen task q2', 'reopen subtask q2/p3']);
    world.sync(FOLLOW);
    expect(planned(world)).toEqual([]);
  });

  test('not while a Task is about to be made', () => {
    const world = synced(ALL_SELECTED);
    world.sync(FOLLOW);
    const [q1, q2] = world.review.lenses[0]!.pillars[0]!.questions;
    world.review = smallReview(q1!, q2!, question('q3', 'HIGH'));
    expect(planned(world)).toEqual(['create task q3', 'update epic', 'reopen epic']);
  });

  test('one that is made and closed at once leaves it as it is', () => {
    const asked: Asked = { settings: { parentsFollow: true, scope: 'answered' } };
    const world = synced(ALL_SELECTED);
    world.sync(asked);
    const [q1, q2] = world.review.lenses[0]!.pillars[0]!.questions;
    world.review = smallReview(q1!, q2!, question('q3', 'NONE'));
    expect(planned(world, asked)).toEqual(['create task q3', 'update epic']);
    world.sync(asked);
    expect(planned(world, asked)).toEqual([]);
  });

  test('a Task that hangs under another Epic is not one of its', () => {
    const world = synced(withPractices(BEFORE, { p1: 'selected', p2: 'selected' }));
    const other = world.board.create({ projectKey: 'WA', level: 'epic', summary: "the team's own" });
    world.board.change(world.find('q2').id, { parentId: other.id });
    expect(planned(world)).toContain('close epic');
  });

  test('left as it is without Tasks', () => {
    const world = synced(ALL_SELECTED);
    world.sync(FOLLOW);
    world.board.delete(world.find('q1').id);
    world.board.delete(world.find('q2').id);
    expect(planned(world)).toEqual([]);
  });

  test('in a run of the whole review only', () => {
    const world = synced(ALL_SELECTED);
    const selection = { questionIds: ['q1', 'q2'] };
    expect(planned(world, { ...FOLLOW, run: { selection } })).not.toContain('close epic');
  });
});

describe('a parent that a person moved', () => {
  test('a Task reopened while its Sub-tasks are done: told, not closed again, and the Epic follows it', () => {
    const world = synced(ALL_SELECTED);
    world.sync(FOLLOW);
    move(world, 'new', 'q1');
    const days = [['reopen epic'], []];
    for (const expected of days) {
      const { changes, remarks } = world.sync(FOLLOW);
      expect(changes.map(words)).toEqual(expected);
      expect(remarks.movedInJira).toMatchObject([
        { key: 'WA-2', code: 'open-in-jira', params: { difference: differing('To do', 'subtask') } },
      ]);
    }
  });

  test('an Epic reopened while its Tasks are done: told, not closed again', () => {
    const world = synced(ALL_SELECTED);
    world.sync(FOLLOW);
    move(world, 'indeterminate');
    for (let day = 0; day < 2; day++) {
      const { changes, remarks } = world.sync(FOLLOW);
      expect(changes).toEqual([]);
      expect(remarks.movedInJira).toMatchObject([
        { key: 'WA-1', params: { difference: differing('In progress', 'task') } },
      ]);
    }
  });

  test('closed while a child is open: told, and the children stay open', () => {
    const world = synced();
    move(world, 'done');
    move(world, 'done', 'q1');
    const { changes, remarks } = world.sync(FOLLOW);
    expect(changes).toEqual([]);
    expect(remarks.movedInJira.map(({ key, code }) => `${key} ${code}`)).toEqual([
      'WA-1 done-in-jira',
      'WA-2 done-in-jira',
    ]);
    expect(world.find('q1', 'p1').status.category).toBe('new');
  });

  test('moved apart from its children: a conflict that names them, and a person settles', () => {
    const world = synced();
    move(world, 'done', 'q2');
    world.sync(FOLLOW);
    move(world, 'new', 'q2');
    world.review = withPractices(BEFORE, { p3: 'selected' });
    const { conflicts } = world.sync(FOLLOW).remarks;
    const because = { code: 'children-done', params: { children: 'subtask' } };
    expect(conflicts).toMatchObject([
      { key: 'WA-3', code: 'moved-apart', params: { of: 'children', because } },
    ]);
    const settle = new Map([['WA-3', 'aws' as const]]);
    expect(planned(world, { ...FOLLOW, run: { settle } })).toEqual(['close task q2']);
  });
});

describe('with the setting off', () => {
  test('neither Task nor Epic follows', () => {
    const world = synced(ALL_SELECTED);
    expect(planned(world, {})).toEqual(['close subtask q1/p1', 'close subtask q1/p2', 'close subtask q2/p3']);
  });

  test('turned on again, an Epic that a person reopened meanwhile is not closed', () => {
    const world = synced(ALL_SELECTED);
    world.sync(FOLLOW);
    move(world, 'new');
    world.review = withRisk(withRisk(ALL_SELECTED, 'q1', 'NONE'), 'q2', 'NONE');
    world.sync();
    const { changes, remarks } = world.plan(FOLLOW);
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toMatchObject([{ key: 'WA-1', code: 'open-in-jira' }]);
  });
});

function differing(status: string, children: 'task' | 'subtask') {
  const because = { code: 'children-done', params: { children } };
  return { code: 'differs-from-children', params: { status, because } };
}
