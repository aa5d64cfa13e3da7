import { describe, expect, test } from '@jest/globals';
import type { Keep } from '../../../src/plan/plan';
import { practice, question, smallReview, withPractices, withRisk } from '../../builders/review';
import { words, World, type Asked } from '../../builders/world';
import { ON } from './practice-cases';

const BEFORE = smallReview(question('q1', 'HIGH', [practice('p1')]));

/** p1 was done in Jira, and is now selected in AWS and reopened in Jira: both moved, apart. */
function apart(): World {
  const world = new World(BEFORE);
  world.sync();
  world.board.setStatus(world.find('q1', 'p1').id, 'done');
  world.sync();
  world.review = withPractices(BEFORE, { p1: 'selected' });
  world.board.setStatus(world.find('q1', 'p1').id, 'new');
  expect(world.plan().remarks.conflicts).toMatchObject([{ key: 'WA-3', code: 'moved-apart' }]);
  return world;
}

/** The Task was closed in Jira; since then its question became finished, and the Task was reopened. */
function taskApart(): World {
  const world = new World(smallReview(question('q1', 'HIGH')));
  world.sync();
  world.board.setStatus(world.find('q1').id, 'done');
  world.sync();
  world.review = withRisk(world.review, 'q1', 'NONE');
  world.board.setStatus(world.find('q1').id, 'new');
  world.sync();
  expect(world.plan().remarks.conflicts).toMatchObject([{ key: 'WA-2', code: 'moved-apart' }]);
  return world;
}

function settle(key: string, keep: Keep, settings: Asked['settings'] = {}): Asked {
  return { run: { settle: new Map([[key, keep]]) }, settings };
}

describe("a person keeps AWS's side", () => {
  test('the issue follows the review', () => {
    const world = apart();
    const { changes, remarks } = world.sync(settle('WA-3', 'aws'));
    expect(changes).toMatchObject([{ kind: 'close', reason: { code: 'practice-selected' } }]);
    expect(remarks.conflicts).toEqual([]);
    expect(world.find('q1', 'p1').status.category).toBe('done');
    expect(world.plan().remarks.conflicts).toEqual([]);
    world.review = BEFORE;
    expect(world.plan().changes.map(words)).toEqual(['reopen subtask q1/p1']);
  });

  test('of a Task too', () => {
    const world = taskApart();
    expect(world.sync(settle('WA-2', 'aws')).changes.map(words)).toEqual(['close task q1']);
    expect(world.plan().remarks.conflicts).toEqual([]);
  });
});

describe("a person keeps Jira's side", () => {
  test('AWS is told, where the setting is on', () => {
    const world = apart();
    const asked = settle('WA-3', 'jira', { resolveSelects: ON });
    expect(world.sync(asked).changes).toMatchObject([{ kind: 'choose', to: { is: 'open' } }]);
    const { changes, remarks } = world.plan({ settings: { resolveSelects: ON } });
    expect([changes, remarks.conflicts, remarks.movedInJira]).toEqual([[], [], []]);
  });

  test('and is left alone where it is off: from then on that is told as any other difference', () => {
    const world = apart();
    const asked = [settle('WA-3', 'jira'), {}];
    for (const each of asked) {
      const { changes, remarks } = world.sync(each);
      expect(changes).toEqual([]);
      expect(remarks.conflicts).toEqual([]);
      expect(remarks.movedInJira).toMatchObject([{ key: 'WA-3', code: 'open-in-jira' }]);
    }
  });

  test('of a Task: acknowledged', () => {
    const world = taskApart();
    for (const each of [settle('WA-2', 'jira', { resolveSelects: ON }), {}]) {
      const { changes, remarks } = world.sync(each);
      expect(changes).toEqual([]);
      expect(remarks.conflicts).toEqual([]);
      expect(remarks.movedInJira).toMatchObject([{ key: 'WA-2', code: 'open-in-jira' }]);
    }
  });
});

describe('settling', () => {
  test.each<Keep>(['aws', 'jira'])('is asked for again where the change failed: %s', (keep) => {
    const world = apart();
    const asked = settle('WA-3', keep, { resolveSelects: ON });
    expect(world.sync(asked, () => true).changes).toHaveLength(1);
    const { changes, remarks } = world.sync({ settings: { resolveSelects: ON } });
    expect(changes).toEqual([]);
    expect(remarks.conflicts).toMatchObject([{ key: 'WA-3', code: 'moved-apart' }]);
    expect(world.sync(asked).changes).toHaveLength(1);
    expect(world.plan({ settings: { resolveSelects: ON } }).remarks.conflicts).toEqual([]);
  });

  test('means nothing where there is no conflict, nor for an issue that is not ours', () => {
    const world = new World(BEFORE);
    world.sync();
    world.board.setStatus(world.find('q1', 'p1').id, 'done');
    const plain = world.plan();
    const settle = new Map<string, Keep>([
      ['WA-3', 'aws'],
      ['WA-2', 'jira'],
      ['OTHER-1', 'aws'],
    ]);
    expect(world.plan({ run: { settle } })).toEqual(plain);
  });

  test('leaves other conflicts of the issue: an edited text', () => {
    const world = apart();
    world.board.change(world.find('q1', 'p1').id, { summary: 'Ours' });
    world.review = smallReview(question('q1', 'HIGH', [practice('p1', 'selected', { title: 'Renamed' })]));
    const { remarks } = world.plan(settle('WA-3', 'aws'));
    expect(remarks.conflicts).toMatchObject([{ key: 'WA-3', code: 'text-edited' }]);
  });
});
