import { describe, expect, test } from '@jest/globals';
import {
  lens,
  lensIdentity,
  pillar,
  practice,
  question,
  review,
  smallReview,
  withRisk,
} from '../../builders/review';
import { words, World } from '../../builders/world';

const MAIN = lens('main', [
  pillar('Security', [question('q1', 'HIGH', [practice('p1')])]),
  pillar('Cost', [question('q2', 'HIGH', [practice('p2')])]),
]);
const EXTRA = lens('extra', [pillar('Security', [question('q3', 'HIGH', [practice('p3')])])]);
const BOTH = review([MAIN, EXTRA]);

function synced(): World {
  const world = new World(BOTH);
  world.sync();
  return world;
}

/** Everything but the Epic's risk counts, which follow the review. */
function below(changes: ReturnType<World['plan']>['changes']): readonly string[] {
  return changes.map(words).filter((each) => each !== 'update epic');
}

describe('leaving the scope closes nothing, and is listed', () => {
  test('a question whose risk leaves it', () => {
    const world = synced();
    world.review = withRisk(BOTH, 'q1', 'UNANSWERED');
    const { changes, remarks } = world.plan();
    expect(changes.filter(({ kind }) => kind !== 'update')).toEqual([]);
    expect(remarks.outOfScope).toEqual([
      {
        key: 'WA-2',
        title: 'Question q1',
        code: 'outside-scope',
        params: { because: { code: 'risk-outside-scope', params: { risk: 'UNANSWERED' } } },
      },
      {
        key: 'WA-5',
        title: 'Practice p1',
        code: 'outside-scope',
        params: { because: { code: 'risk-outside-scope', params: { risk: 'UNANSWERED' } } },
      },
    ]);
  });

  test('it is still followed: its texts and labels stay true', () => {
    const world = synced();
    world.review = withRisk(BOTH, 'q1', 'UNANSWERED');
    expect(world.sync().changes.map(words)).toEqual([
      'update epic',
      'update task q1',
      'update subtask q1/p1',
    ]);
    expect(world.plan().changes).toEqual([]);
  });

  test('the setting goes from all to risks', () => {
    const world = new World(smallReview(question('q1', 'UNANSWERED', [practice('p1')])));
    world.sync({ settings: { scope: 'all' } });
    const { changes, remarks } = world.plan();
    expect(changes).toEqual([]);
    expect(remarks.outOfScope.map(({ key }) => key)).toEqual(['WA-2', 'WA-3']);
  });

  test("a run's own scope holds for that run alone", () => {
    const world = new World(smallReview(question('q1', 'UNANSWERED')));
    expect(world.plan({ run: { scope: 'all' } }).changes.map(words)).toEqual([
      'create epic',
      'create task q1',
    ]);
    expect(world.plan().changes.map(words)).toEqual(['create epic']);
  });

  test('a pillar deselected in the settings: listed and not touched at all', () => {
    const world = synced();
    world.review = review([
      lens('main', [
        pillar('Security', [question('q1', 'HIGH', [practice('p1')])]),
        pillar('Cost', [question('q2', 'MEDIUM', [practice('p2', 'selected')], { title: 'Renamed' })]),
      ]),
      EXTRA,
    ]);
    const settings = { selection: { selectedPillars: [{ PillarId: 'security' }] } };
    const { changes, remarks } = world.plan({ settings });
    expect(below(changes)).toEqual([]);
    expect(remarks.outOfScope).toMatchObject([
      { key: 'WA-3', code: 'outside-scope', params: { because: { code: 'not-selected' } } },
      { key: 'WA-6', code: 'outside-scope', params: { because: { code: 'not-selected' } } },
    ]);
  });

  test('a lens removed from the workload', () => {
    const world = synced();
    world.review = review([MAIN]);
    const { changes, remarks } = world.plan();
    expect(below(changes)).toEqual([]);
    expect(remarks.outOfScope.map(({ key, code }) => [key, code])).toEqual([
      ['WA-4', 'lens-removed'],
      ['WA-7', 'lens-removed'],
    ]);
  });

  test('a question withdrawn by a lens upgrade, and a practice withdrawn by it', () => {
    const world = synced();
    world.review = review([
      lens('main', [pillar('Security', [question('q1', 'HIGH', [])]), pillar('Cost', [])]),
      EXTRA,
    ]);
    const { changes, remarks } = world.plan();
    expect(below(changes)).toEqual([]);
    expect(remarks.outOfScope.map(({ key, code }) => [key, code])).toEqual([
      ['WA-3', 'question-withdrawn'],
      ['WA-5', 'practice-withdrawn'],
      ['WA-6', 'question-withdrawn'],
    ]);
  });

  test('what is done already is not listed', () => {
    const world = synced();
    world.board.setStatus(world.find('q3').id, 'done');
    world.board.setStatus(world.find('q3', 'p3').id, 'done');
    world.board.setStatus(world.find('q1').id, 'done');
    world.review = withRisk(review([MAIN]), 'q1', 'UNANSWERED');
    expect(world.plan().remarks.outOfScope.map(({ key }) => key)).toEqual(['WA-5']);
  });

  test('what closes now is not listed', () => {
    const world = new World(smallReview(question('q1', 'HIGH')));
    world.sync();
    world.review = withRisk(world.review, 'q1', 'NONE');
    const { changes, remarks } = world.plan();
    expect(changes.map(words)).toContain('close task q1');
    expect(remarks.outOfScope).toEqual([]);
  });
});

describe('coming into the scope', () => {
  test('a lens added since yesterday: its issues are made, nothing else changes', () => {
    const world = new World(review([MAIN]));
    world.sync();
    world.review = BOTH;
    expect(world.plan().changes.map(words)).toEqual([
      'create task q3',
      'create subtask q3/p3',
      'update epic',
    ]);
  });

  test('a new version of the lens with another ARN version: the same issues', () => {
    const world = synced();
    world.review = review([{ ...MAIN, version: '2.0' }, EXTRA]);
    expect(world.plan().changes.map(words)).toEqual(['update epic']);
  });

  test('a question whose risk came back: its issues are followed, none is made twice', () => {
    const world = synced();
    world.review = withRisk(BOTH, 'q1', 'UNANSWERED');
    world.sync();
    world.review = BOTH;
    expect(world.sync().changes.map(words)).toEqual([
      'update epic',
      'update task q1',
      'update subtask q1/p1',
    ]);
    expect(world.plan().remarks.outOfScope).toEqual([]);
  });
});

describe('a selection limits one run', () => {
  const changed = review([
    lens('main', [
      pillar('Security', [question('q1', 'MEDIUM', [practice('p1', 'selected'), practice('p8')])]),
      pillar('Cost', [question('q2', 'MEDIUM', [practice('p2', 'selected'), practice('p9')])]),
    ]),
  ]);

  test.each([
    ['questions', { questionIds: ['q1'] }],
    ['pillars', { selectedPillars: [{ PillarId: 'security' }] }],
    ['a lens and a question', { lensAliases: ['main'], questionIds: ['q1', 'q3'] }],
  ])('by %s: the others are untouched, and not even listed', (_words, selection) => {
    const world = synced();
    world.board.setStatus(world.find('q2').id, 'done');
    world.board.moveTo(world.find('q3').id, 'HR');
    world.review = changed;
    const { changes, remarks } = world.plan({ run: { selection } });
    expect(changes.map(words)).toEqual([
      'create subtask q1/p8',
      'update task q1',
      'update subtask q1/p1',
      'close subtask q1/p1',
    ]);
    expect(remarks).toEqual({ outOfScope: [], movedInJira: [], conflicts: [], blocked: [], proposals: [] });
  });

  test('of a lens that is new: makes its issues only', () => {
    const world = new World(review([MAIN]));
    world.sync();
    world.review = BOTH;
    const { changes } = world.plan({ run: { selection: { lensAliases: [`${lensIdentity('extra')}:3`] } } });
    expect(changes.map(words)).toEqual(['create task q3', 'create subtask q3/p3']);
  });

  test('on an empty project: the Epic is made if something goes under it', () => {
    const world = new World(BOTH);
    const { changes } = world.plan({ run: { selection: { questionIds: ['q1'] } } });
    expect(changes.map(words)).toEqual(['create epic', 'create task q1', 'create subtask q1/p1']);
  });

  test('on an empty project: no Epic is made for nothing', () => {
    const world = new World(BOTH);
    expect(world.plan({ run: { selection: { questionIds: [] } } }).changes).toEqual([]);
  });

  test('what it leaves out is remembered as it was', () => {
    const world = synced();
    world.review = changed;
    const before = new Map(world.links);
    world.sync({ run: { selection: { questionIds: ['q1'] } } });
    for (const [key, link] of before)
      if (link.identity.question !== 'q1') expect(world.links.get(key)).toBe(link);
  });
});
