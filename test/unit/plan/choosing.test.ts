import { describe, expect, test } from '@jest/globals';
import type { EffectiveSettings } from '../../../src/settings/model';
import { RESOLUTIONS, STATUSES } from '../../builders/board';
import {
  lens,
  pillar,
  practice,
  question,
  review,
  smallReview,
  withPractices,
  withRisk,
} from '../../builders/review';
import { words, World, type Asked } from '../../builders/world';
import { ON } from './practice-cases';

const SELECTS: Asked = { settings: { resolveSelects: ON } };
const BEFORE = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'HIGH', [practice('p3')]),
);

function synced(before = BEFORE): World {
  const world = new World(before);
  world.sync(SELECTS);
  return world;
}

function done(world: World, question: string, choice?: string, how: keyof typeof RESOLUTIONS = 'done'): void {
  world.board.moveCard(world.find(question, choice).id, STATUSES.done, RESOLUTIONS[how]);
}

function states(world: World): Record<string, string> {
  const questions = world.review.lenses.flatMap(({ pillars }) => pillars.flatMap((each) => each.questions));
  return Object.fromEntries(questions.flatMap((each) => each.practices.map(({ id, state }) => [id, state])));
}

describe('a Sub-task done in Jira selects its best practice', () => {
  test('as implemented, or as not applicable with the reason that the settings give', () => {
    const world = synced();
    done(world, 'q1', 'p1');
    done(world, 'q2', 'p3', 'duplicate');
    expect(world.sync(SELECTS).changes).toMatchObject([
      { kind: 'choose', issue: { key: 'WA-4' }, to: { is: 'implemented' } },
      {
        kind: 'choose',
        issue: { key: 'WA-6' },
        to: { is: 'notApplicable', reason: 'BUSINESS_PRIORITIES' },
      },
    ]);
    expect(states(world)).toEqual({ p1: 'selected', p2: 'open', p3: 'notApplicable' });
    const { changes, remarks } = world.plan(SELECTS);
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toEqual([]);
  });

  test('once the setting is on, also what was done before; with none named it is off', () => {
    const world = synced();
    done(world, 'q1', 'p1');
    const off = [{}, { settings: { resolveSelects: { implemented: [], notApplicable: [] } } }];
    for (const asked of off) {
      const { changes, remarks } = world.sync(asked);
      expect(changes).toEqual([]);
      expect(remarks.movedInJira).toEqual([
        {
          key: 'WA-4',
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
    expect(world.plan(SELECTS).changes.map(words)).toEqual(['choose subtask q1/p1']);
  });

  test("Won't Do is only shown, with why AWS was not changed", () => {
    const world = synced();
    done(world, 'q1', 'p1', 'wontDo');
    for (let day = 0; day < 2; day++) {
      const { changes, remarks } = world.sync(SELECTS);
      expect(changes).toEqual([]);
      const how = { code: 'resolved-as', params: { status: 'Done', resolution: "Won't Do" } };
      expect(remarks.movedInJira).toMatchObject([
        {
          key: 'WA-4',
          code: 'done-in-jira',
          params: { difference: { code: 'meaning-not-set', params: { how } } },
        },
      ]);
    }
  });

  test('resolved otherwise later: then AWS is told', () => {
    const world = synced();
    done(world, 'q1', 'p1', 'wontDo');
    world.sync(SELECTS);
    done(world, 'q1', 'p1');
    expect(world.plan(SELECTS).changes.map(words)).toEqual(['choose subtask q1/p1']);
  });

  test('a choice that AWS refused is tried again by the next sync', () => {
    const world = synced();
    done(world, 'q1', 'p1');
    world.sync(SELECTS, () => true);
    expect(states(world).p1).toBe('open');
    expect(world.sync(SELECTS).changes.map(words)).toEqual(['choose subtask q1/p1']);
    expect(states(world).p1).toBe('selected');
  });

  test('unless the issue was reopened meanwhile', () => {
    const world = synced();
    done(world, 'q1', 'p1');
    world.sync(SELECTS, () => true);
    world.board.setStatus(world.find('q1', 'p1').id, 'new');
    expect(world.plan(SELECTS).changes).toEqual([]);
  });
});

describe('a Sub-task reopened in Jira unselects it', () => {
  test.each(['selected', 'notApplicable'] as const)('it was %s', (state) => {
    const world = synced();
    world.review = withPractices(BEFORE, { p1: state });
    world.sync(SELECTS);
    world.board.setStatus(world.find('q1', 'p1').id, 'indeterminate');
    expect(world.sync(SELECTS).changes).toMatchObject([
      {
        kind: 'choose',
        to: { is: 'open' },
        reason: { code: 'reopened', params: { status: 'In progress' } },
      },
    ]);
    expect(states(world).p1).toBe('open');
    expect(world.plan(SELECTS).changes).toEqual([]);
  });

  test('and done again selects it again', () => {
    const world = synced();
    done(world, 'q1', 'p1');
    world.sync(SELECTS);
    world.board.setStatus(world.find('q1', 'p1').id, 'new');
    world.sync(SELECTS);
    done(world, 'q1', 'p1');
    expect(world.plan(SELECTS).changes).toMatchObject([{ kind: 'choose', to: { is: 'implemented' } }]);
  });
});

describe('what selects nothing', () => {
  test("a Task's and an Epic's own status", () => {
    const world = synced();
    world.board.setStatus(world.find('q1').id, 'done');
    world.board.setStatus(world.epic().id, 'done');
    const { changes, remarks } = world.plan(SELECTS);
    expect(changes).toEqual([]);
    expect(remarks.movedInJira.map(({ key }) => key)).toEqual(['WA-2']);
  });

  test('a question that is not applicable as a whole: shown', () => {
    const world = synced();
    world.review = withRisk(BEFORE, 'q1', 'NOT_APPLICABLE');
    world.sync(SELECTS);
    world.board.setStatus(world.find('q1', 'p1').id, 'new');
    const { changes, remarks } = world.plan(SELECTS);
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toMatchObject([{ key: 'WA-4', code: 'open-in-jira' }]);
  });

  const leftOut: readonly [words: string, asked: Asked][] = [
    ['the run', { run: { selection: { questionIds: ['q2'] } } }],
    ['the settings', { settings: { selection: { questionIds: ['q2'] } } }],
  ];
  test.each(leftOut)('a question that %s leave out', (_words, { run, settings }) => {
    const world = synced();
    done(world, 'q1', 'p1');
    const { changes, remarks } = world.plan({
      ...(run ? { run } : {}),
      settings: { ...SELECTS.settings, ...settings },
    });
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toEqual([]);
  });

  test('but what is out of scope is followed, in AWS too', () => {
    const world = synced();
    world.review = withRisk(BEFORE, 'q1', 'UNANSWERED');
    world.sync(SELECTS);
    done(world, 'q1', 'p1');
    expect(world.plan(SELECTS).changes.map(words)).toEqual(['choose subtask q1/p1']);
  });
});

describe('choices in a plan', () => {
  const settings: Partial<EffectiveSettings> = { resolveSelects: ON };

  test('come last, grouped by question in tree order, and their issues count as changed', () => {
    const world = synced(
      review([
        lens('main', [
          pillar('Security', [question('q1', 'HIGH', [practice('p1'), practice('p2')])]),
          pillar('Cost', [question('q2', 'HIGH', [practice('p3'), practice('p4')])]),
        ]),
      ]),
    );
    done(world, 'q2', 'p3');
    done(world, 'q1', 'p2');
    done(world, 'q1', 'p1');
    world.review = withPractices(world.review, { p4: 'selected' });
    const { changes, unchanged } = world.plan({ settings });
    expect(changes.map(words)).toEqual([
      'close subtask q2/p4',
      'choose subtask q1/p1',
      'choose subtask q1/p2',
      'choose subtask q2/p3',
    ]);
    expect(unchanged).toBe(3);
  });
});
