import { describe, expect, test } from '@jest/globals';
import { lens, pillar, practice, question, review, smallReview } from '../../builders/review';
import { words, World } from '../../builders/world';

const SMALL = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2', 'selected')]));

describe('the first sync', () => {
  test('makes the Epic, the Tasks and the Sub-tasks, in that order', () => {
    const two = review([
      lens('main', [pillar('Security', [question('q1', 'HIGH', [practice('p1')])])]),
      lens('extra', [pillar('Cost', [question('q2', 'MEDIUM', [practice('p1')])])]),
    ]);
    expect(new World(two).plan().changes.map(words)).toEqual([
      'create epic',
      'create task q1',
      'create task q2',
      'create subtask q1/p1',
      'create subtask q2/p1',
    ]);
  });

  test('makes nothing for what is settled: selected, not applicable, unanswered', () => {
    const settled = smallReview(
      question('q1', 'HIGH', [practice('p1', 'selected'), practice('p2', 'notApplicable')]),
      question('q2', 'NOT_APPLICABLE', [practice('p3')]),
      question('q3', 'UNANSWERED', [practice('p4')]),
      question('q4', 'NONE', [practice('p5')]),
    );
    expect(new World(settled).plan().changes.map(words)).toEqual(['create epic', 'create task q1']);
  });

  test('makes the Epic alone of a review with nothing to do', () => {
    expect(new World(review([])).plan().changes.map(words)).toEqual(['create epic']);
  });

  test('leaves remarks to later syncs: there is nothing to say', () => {
    const { remarks, refusal, unchanged } = new World(SMALL).plan();
    expect(remarks).toEqual({ outOfScope: [], movedInJira: [], conflicts: [], blocked: [], proposals: [] });
    expect([refusal, unchanged]).toEqual([undefined, 0]);
  });

  test('labels every issue with the app and, below the Epic, with its pillar', () => {
    const world = new World(SMALL);
    world.sync();
    expect(world.epic().labels).toEqual(['well-architected']);
    expect(world.find('q1').labels).toEqual(['well-architected', 'security']);
    expect(world.find('q1', 'p1').labels).toEqual(['well-architected', 'security']);
  });

  test('closes a question of risk NONE right after making it, if nothing is open under it', () => {
    const none = smallReview(
      question('q1', 'NONE', [practice('p1', 'selected')]),
      question('q2', 'NONE', [practice('p2')]),
    );
    const world = new World(none);
    const { changes } = world.sync({ settings: { scope: 'answered' } });
    const closing = changes.flatMap((change) =>
      change.kind === 'create' && change.thenClose ? [words(change)] : [],
    );
    expect(closing).toEqual(['create task q1']);
    expect(world.find('q1').status.category).toBe('done');
  });

  test('a person who reopens such an issue is not overruled', () => {
    const world = new World(smallReview(question('q1', 'NONE')));
    world.sync({ settings: { scope: 'answered' } });
    world.board.setStatus(world.find('q1').id, 'indeterminate');
    const { changes, remarks } = world.plan({ settings: { scope: 'answered' } });
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toMatchObject([{ code: 'open-in-jira' }]);
  });
});

describe('the second sync', () => {
  test('plans nothing', () => {
    const world = new World(SMALL);
    world.sync();
    const { changes, unchanged, remarks } = world.plan();
    expect(changes).toEqual([]);
    expect(unchanged).toBe(3);
    expect(remarks).toEqual({ outOfScope: [], movedInJira: [], conflicts: [], blocked: [], proposals: [] });
  });

  test('after the store was lost plans nothing either, and finds every issue again', () => {
    const world = new World(SMALL);
    world.sync();
    const before = new Map(world.links);
    world.loseLinks();
    expect(world.sync().changes).toEqual([]);
    for (const [key, link] of before) expect(world.links.get(key)).toEqual({ ...link, createdBy: undefined });
    expect(world.links.size).toBe(before.size);
  });

  test('on a screen without labels or description plans nothing, whatever AWS changes in the text there', () => {
    const world = new World(SMALL);
    world.bare = true;
    world.sync();
    expect(world.find('q1').labels).toEqual([]);
    expect(world.plan().changes).toEqual([]);
    world.loseLinks();
    expect(world.sync().changes).toEqual([]);
    world.review = smallReview(question('q1', 'MEDIUM', [practice('p1'), practice('p2', 'selected')]));
    const { changes, remarks } = world.sync();
    expect(changes.map((change) => change.kind === 'update' && Object.keys(change.patch))).toEqual([
      ['property'],
      ['property'],
    ]);
    expect(remarks.conflicts).toEqual([]);
    expect(world.plan().changes).toEqual([]);
  });

  test('on a screen without labels adds none after it renamed a question', () => {
    const world = new World(SMALL);
    world.bare = true;
    world.sync();
    world.review = smallReview(
      question('q1', 'HIGH', [practice('p1'), practice('p2', 'selected')], { title: 'Renamed' }),
    );
    world.sync();
    expect(world.find('q1')).toMatchObject({ summary: 'Renamed', labels: [] });
    expect(world.plan().changes).toEqual([]);
  });
});
