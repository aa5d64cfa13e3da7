/** What is told of two states of a review. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LensCompared } from '../../../src/contract';
import { compareStates } from '../../../src/milestones/compare';
import { isSameName } from '../../../src/milestones/names';
import type { PracticeState, Risk } from '../../../src/wellarchitected/model';
import type { LensState } from '../../../src/wellarchitected/milestones';
import type { PlacedQuestion } from '../../../src/wellarchitected/page-reads';

const RISKS = ['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'] as const satisfies readonly Risk[];
const STATES = ['open', 'selected', 'notApplicable'] as const satisfies readonly PracticeState[];
const NO_RISKS = { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };

function question(
  id: string,
  risk: Risk,
  practices: Readonly<Record<string, PracticeState>>,
  applicable = true,
): PlacedQuestion {
  const [pillarId = ''] = id.split('-');
  return {
    ...{ id, title: `Question ${id}`, risk, applicable, guidance: [], pillarId },
    practices: Object.entries(practices).map(([practice, state]) => ({
      ...{ id: practice, title: `Practice ${practice}`, description: undefined, state, guidance: [] },
    })),
  };
}

function lens(questions: readonly PlacedQuestion[], more: Partial<LensState> = {}): LensState {
  return {
    identity: 'lens',
    alias: 'lens',
    version: '1',
    name: 'A lens',
    riskCounts: NO_RISKS,
    questions,
    ...more,
  };
}

function compared(before: readonly PlacedQuestion[], after: readonly PlacedQuestion[]): LensCompared {
  const [only] = compareStates([lens(before)], [lens(after)]).lenses;
  if (only === undefined) throw new Error('one lens was compared');
  return only;
}

const practice = { pillarId: 'security', question: 'Question security-1', practice: 'Practice p1' };
const whole = { pillarId: 'security', question: 'Question security-1' };
const NOTHING = { gained: [], lost: [], excepted: [], noLongerExcepted: [], answered: [] };

describe('a practice that was and is', () => {
  test.each<[PracticeState, PracticeState, Partial<LensCompared>]>([
    ['open', 'open', {}],
    ['selected', 'selected', {}],
    ['open', 'selected', { gained: [practice] }],
    ['selected', 'open', { lost: [practice] }],
    ['open', 'notApplicable', { excepted: [practice] }],
    ['notApplicable', 'open', { noLongerExcepted: [practice] }],
    ['selected', 'notApplicable', { lost: [practice], excepted: [practice] }],
    ['notApplicable', 'selected', { gained: [practice], noLongerExcepted: [practice] }],
  ])('%s, then %s', (was, is, told) => {
    const at = (state: PracticeState) => [question('security-1', 'HIGH', { p1: state })];
    expect(compared(at(was), at(is))).toMatchObject({ ...NOTHING, ...told });
  });
});

describe('a question', () => {
  test('that does not apply any more is an exception, and none where it applies again', () => {
    const at = (applicable: boolean) => [question('security-1', 'HIGH', {}, applicable)];
    expect(compared(at(true), at(false))).toMatchObject({ ...NOTHING, excepted: [whole] });
    expect(compared(at(false), at(true))).toMatchObject({ ...NOTHING, noLongerExcepted: [whole] });
  });

  test('that was unanswered and is not is newly answered', () => {
    const at = (risk: Risk) => [question('security-1', risk, {})];
    expect(compared(at('UNANSWERED'), at('HIGH'))).toMatchObject({ ...NOTHING, answered: [whole] });
    expect(compared(at('HIGH'), at('MEDIUM'))).toMatchObject(NOTHING);
  });
});

describe('versions of a lens that differ', () => {
  test('are named, and what only one of them has is neither gained nor lost', () => {
    const before = lens([
      question('a-1', 'HIGH', { p1: 'selected', old: 'selected' }),
      question('a-2', 'NONE', { x: 'open' }),
    ]);
    const after = lens([question('a-1', 'HIGH', { p1: 'selected', new: 'selected' })], { version: '2' });
    expect(compareStates([before], [after]).lenses[0]).toMatchObject({
      ...NOTHING,
      versions: { before: '1', after: '2' },
      withoutPartner: { before: 2, after: 1 },
    });
  });

  test('lenses that only one state has are named', () => {
    const [one, two] = [
      lens([], { identity: 'one', name: 'One' }),
      lens([], { identity: 'two', name: 'Two' }),
    ];
    expect(compareStates([one], [two])).toEqual({ lenses: [], onlyBefore: ['One'], onlyAfter: ['Two'] });
  });
});

const questions = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a-1', 'a-2', 'b-1', 'b-2', 'constructor-1', '__proto__'),
    risk: fc.constantFrom(...RISKS),
    applicable: fc.boolean(),
    practices: fc.dictionary(fc.constantFrom('p1', 'p2', 'constructor'), fc.constantFrom(...STATES)),
  }),
  { selector: ({ id }) => id },
);
const states = questions.map((all) =>
  all.map(({ id, risk, practices, applicable }) => question(id, risk, practices, applicable)),
);

describe('of any two states', () => {
  test('the other way round what was gained is lost, and what was excepted is no longer', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const [there, back] = [compared(before, after), compared(after, before)];
        const sorted = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort();
        expect(sorted(back.lost)).toEqual(sorted(there.gained));
        expect(sorted(back.gained)).toEqual(sorted(there.lost));
        expect(sorted(back.excepted)).toEqual(sorted(there.noLongerExcepted));
        expect(back.withoutPartner).toEqual({
          before: there.withoutPartner.after,
          after: there.withoutPartner.before,
        });
      }),
    );
  });

  test('a state differs in nothing from itself', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(compared(state, state)).toMatchObject({ ...NOTHING, withoutPartner: { before: 0, after: 0 } });
      }),
    );
  });

  test('every question is counted once in its pillar', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const { pillars } = compared(before, after);
        const total = (side: 'before' | 'after') =>
          pillars.flatMap((pillar) => Object.values(pillar[side])).reduce((sum, count) => sum + count, 0);
        expect([total('before'), total('after')]).toEqual([before.length, after.length]);
      }),
    );
  });
});

test.each([
  ['Before the launch', 'before  the LAUNCH', true],
  ['Before the launch', 'Beforethelaunch', true],
  ['Before the launch', 'Before the launch 2', false],
])('%s and %s are one name to AWS: %s', (a, b, same) => {
  expect(isSameName(a, b)).toBe(same);
});
