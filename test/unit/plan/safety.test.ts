import { describe, expect, test } from '@jest/globals';
import { practice, question, review, smallReview, withPractices, withRisk } from '../../builders/review';
import { World } from '../../builders/world';
import type { StatusCategory } from '../../../src/jira/model';
import type { Question, Review } from '../../../src/wellarchitected/model';
import { judge } from '../../../src/sync/budget/judge';
import { plannedBy, thereOf } from '../../../src/sync/budget/kinds';
import { NOTHING_RECENT } from '../../../src/sync/budget/recent-changes';
import type { Plan } from '../../../src/review-entries/entry';
import type { Reason } from '../../../src/reason';
import { WORKLOAD_ARN } from '../../builders/review';
import { ON } from './practice-cases';

const SELECTS = { settings: { resolveSelects: ON } };

/** A review of this many questions at risk, without practices. */
function questions(count: number, risk: 'HIGH' | 'NOT_APPLICABLE' = 'HIGH'): Review {
  return smallReview(...Array.from({ length: count }, (_, index) => question(`q${index}`, risk)));
}

function synced(before: Review): World {
  const world = new World(before);
  world.sync();
  return world;
}

function notApplicable(before: Review, count: number): Review {
  return Array.from({ length: count }, (_, index) => `q${index}`).reduce(
    (all, id) => withRisk(all, id, 'NOT_APPLICABLE'),
    before,
  );
}

describe('an implausible plan is refused', () => {
  const table: readonly [words: string, there: number, closing: number, refused: boolean][] = [
    ['nothing closes', 30, 0, false],
    ['nine of nine close: too few to be an accident', 9, 9, false],
    ['ten of ten close', 10, 10, true],
    ['ten of nineteen close: more than half', 19, 10, true],
    ['ten of twenty close: half', 20, 10, false],
    ['eleven of twenty close', 20, 11, true],
  ];

  test.each(table)('%s', (_words, there, closing, refused) => {
    const world = synced(questions(there));
    world.review = notApplicable(world.review, closing);
    const refusal = refusalOf(world.plan());
    expect(refusal).toEqual(
      refused ? { code: 'closes-many', params: { moving: closing, there } } : undefined,
    );
  });

  test('issues that people closed do not count as open', () => {
    const world = synced(questions(20));
    world.board.setStatus(world.find('q19').id, 'done');
    world.review = notApplicable(world.review, 10);
    expect(refusalOf(world.plan())).toEqual({ code: 'closes-many', params: { moving: 10, there: 19 } });
  });

  test('a run on one question may close all that it has, if that is not most of the open issues', () => {
    const before = smallReview(
      question(
        'big',
        'HIGH',
        Array.from({ length: 12 }, (_, index) => practice(`p${index}`)),
      ),
      ...Array.from({ length: 20 }, (_, index) => question(`q${index}`, 'HIGH')),
    );
    const world = synced(before);
    world.review = withRisk(before, 'big', 'NOT_APPLICABLE');
    const plan = world.plan({ run: { selection: { questionIds: ['big'] } } });
    const { changes } = plan;
    expect(changes.filter(({ kind }) => kind === 'close')).toHaveLength(13);
    expect(refusalOf(plan)).toBeUndefined();
  });

  test('a review whose answers were wiped would reopen everything', () => {
    const before = smallReview(
      question(
        'q1',
        'HIGH',
        Array.from({ length: 12 }, (_, index) => practice(`p${index}`)),
      ),
    );
    const selected = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`p${index}`, 'selected' as const]),
    );
    const world = synced(before);
    world.review = withPractices(before, selected);
    world.sync();
    world.review = before;
    expect(refusalOf(world.plan())).toEqual({ code: 'reopens-many', params: { moving: 12, there: 12 } });
  });

  test('an emptied review, however few its issues', () => {
    const world = synced(questions(1));
    world.review = review([]);
    expect(refusalOf(world.plan())).toEqual({ code: 'source-emptied', params: { issues: 1 } });
  });

  test('a review that was empty from the start is not emptied', () => {
    expect(refusalOf(synced(review([])).plan())).toBeUndefined();
  });

  test('other questions in the place of all: ten Tasks or more', () => {
    const others = smallReview(question('other', 'HIGH'));
    const nine = synced(questions(9));
    nine.review = others;
    expect(refusalOf(nine.plan())).toBeUndefined();
    const ten = synced(questions(10));
    ten.review = others;
    expect(refusalOf(ten.plan())).toEqual({ code: 'all-items-gone', params: { tasks: 10 } });
  });

  test('leaving the scope closes nothing, so it is never refused', () => {
    const world = synced(questions(30));
    expect(refusalOf(world.plan({ settings: { selection: { questionIds: [] } } }))).toBeUndefined();
  });

  test('making many issues is plausible', () => {
    expect(refusalOf(new World(questions(60)).plan())).toBeUndefined();
  });

  describe('what Jira would tell AWS', () => {
    const table: readonly [words: string, there: number, done: number, refused: boolean][] = [
      ['nine of nine selected: too few to be an accident', 9, 9, false],
      ['ten of ten', 10, 10, true],
      ['ten of nineteen: more than half', 19, 10, true],
      ['ten of twenty: half', 20, 10, false],
    ];

    test.each(table)('%s', (_words, there, done, refused) => {
      const world = synced(practices(there));
      moveCards(world, done, 'done');
      const refusal = refusalOf(world.plan(SELECTS));
      expect(refusal).toEqual(
        refused ? { code: 'finishes-many-items', params: { changing: done, there } } : undefined,
      );
    });

    test('a board whose cards were all taken back would unselect everything', () => {
      const world = synced(practices(12));
      moveCards(world, 12, 'done');
      world.sync(SELECTS);
      moveCards(world, 12, 'new');
      expect(refusalOf(world.plan(SELECTS))).toEqual({
        code: 'opens-many-items',
        params: { changing: 12, there: 12 },
      });
    });

    test('practices that have no Sub-task do not count', () => {
      const world = synced(
        smallReview(
          ...questionsOf(practices(10)),
          question('q2', 'UNANSWERED', [practice('a'), practice('b')]),
        ),
      );
      moveCards(world, 10, 'done');
      expect(refusalOf(world.plan(SELECTS))).toEqual({
        code: 'finishes-many-items',
        params: { changing: 10, there: 10 },
      });
    });

    test('without the setting nothing is told, so nothing is refused', () => {
      const world = synced(practices(12));
      moveCards(world, 12, 'done');
      expect(refusalOf(world.plan())).toBeUndefined();
    });
  });

  test('an Epic that follows its Tasks is no issue more', () => {
    const world = synced(questions(9, 'HIGH'));
    world.review = notApplicable(world.review, 9);
    const plan = world.plan({ settings: { parentsFollow: true } });
    const { changes } = plan;
    expect(changes.filter(({ kind }) => kind === 'close')).toHaveLength(10);
    expect(refusalOf(plan)).toBeUndefined();
  });
});

/** Why the plan waits for a person where nothing else was done within the day. */
function refusalOf({ changes, there, refusal }: Plan): Reason | undefined {
  const asked = { workload: WORKLOAD_ARN, recent: NOTHING_RECENT, now: 0, there: thereOf(there) };
  return refusal ?? [...judge({ ...asked, planned: plannedBy(changes) }).values()][0];
}

/** One question with this many open practices. */
function practices(count: number): Review {
  const all = Array.from({ length: count }, (_, index) => practice(`p${index}`));
  return smallReview(question('q1', 'HIGH', all));
}

function questionsOf({ lenses }: Review): readonly Question[] {
  return lenses.flatMap(({ pillars }) => pillars.flatMap((each) => each.questions));
}

function moveCards(world: World, count: number, to: StatusCategory): void {
  for (let index = 0; index < count; index++) world.board.setStatus(world.find('q1', `p${index}`).id, to);
}
