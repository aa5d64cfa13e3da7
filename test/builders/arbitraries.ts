/** Random reviews over one small universe, so that any two of them are a plausible before and after. */
import fc from 'fast-check';
import type { PracticeState, Review, Risk } from '../../src/wellarchitected/model';
import type { Selection } from '../../src/settings/model';
import { lens, pillar, practice, question, review } from './review';

const LENSES = ['main', 'extra'];
const PILLARS = ['Security', 'Reliability'];
const QUESTIONS = ['q1', 'q2', 'q3'];
const PRACTICES = ['p1', 'p2', 'p3'];

/** Usually all but one at most, so that much stays from day to day; now and then any part, or nothing. */
function most(ids: readonly string[]): fc.Arbitrary<string[]> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.subarray([...ids], { minLength: ids.length - 1 }) },
    { weight: 1, arbitrary: fc.subarray([...ids]) },
  );
}

const risk = fc.constantFrom<Risk>('HIGH', 'HIGH', 'MEDIUM', 'NONE', 'NONE', 'UNANSWERED', 'NOT_APPLICABLE');
const state = fc.constantFrom<PracticeState>('open', 'open', 'selected', 'notApplicable');
/** What AWS may rename: few words, so that names come back. */
const suffix = fc.constantFrom('', '', ' (new)', ' (newer)');

const somePractices = fc
  .subarray(PRACTICES)
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.tuple(state, suffix).map(([is, renamed]) => ({ id, is, renamed })))),
  );

const someQuestions = fc
  .subarray(QUESTIONS)
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(risk, suffix, somePractices)
          .map(([is, renamed, practices]) => ({ id, is, renamed, practices })),
      ),
    ),
  );

const somePillars = fc
  .subarray(PILLARS, { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.tuple(suffix, someQuestions).map(([renamed, questions]) => ({ name, renamed, questions })),
      ),
    ),
  );

/** Ids are unique across pillars of a lens, as in AWS's own; lenses share them. */
export const anyReview: fc.Arbitrary<Review> = most(LENSES)
  .chain((aliases) => fc.tuple(...aliases.map((alias) => somePillars.map((pillars) => ({ alias, pillars })))))
  .map((lenses) =>
    review(
      lenses.map(({ alias, pillars }) =>
        lens(
          alias,
          pillars.map(({ name, renamed, questions }) =>
            pillar(
              `${name}${renamed}`,
              questions.map((one) =>
                question(
                  `${name}-${one.id}`,
                  one.is,
                  one.practices.map(({ id, is, renamed }) =>
                    practice(id, is, { title: `Practice ${id}${renamed}` }),
                  ),
                  { title: `Question ${one.id}${one.renamed}` },
                ),
              ),
              { id: name.toLowerCase() },
            ),
          ),
        ),
      ),
    ),
  );

export const anySelection: fc.Arbitrary<Selection> = fc
  .record(
    {
      lensAliases: fc.subarray(LENSES),
      selectedPillars: fc
        .subarray(PILLARS)
        .map((names) => names.map((name) => ({ PillarId: name.toLowerCase() }))),
      questionIds: fc.subarray(PILLARS.flatMap((name) => QUESTIONS.map((id) => `${name}-${id}`))),
    },
    { requiredKeys: [] },
  )
  .filter((selection) => Object.keys(selection).length > 0);

/** What a person does to the issue that `which` picks. */
export type Edit = { readonly which: number } & (
  | { readonly kind: 'retitle' | 'describe' | 'label' | 'unlabel' | 'delete' | 'clone' | 'leave' | 'serve' }
  | { readonly kind: 'adopt' | 'disown' | 'addOpenSubtask' | 'addDoneSubtask' }
  | { readonly kind: 'status'; readonly to: 'new' | 'indeterminate' | 'done' }
);

const gentle = fc.constantFrom(
  'retitle',
  'describe',
  'label',
  'unlabel',
  'serve',
  'addOpenSubtask',
  'addDoneSubtask',
);
const harsh = fc.constantFrom('delete', 'clone', 'leave', 'adopt', 'disown');

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ which: fc.nat(60), kind: gentle as fc.Arbitrary<'retitle'> }) },
  { weight: 2, arbitrary: fc.record({ which: fc.nat(60), kind: harsh as fc.Arbitrary<'delete'> }) },
  {
    weight: 5,
    arbitrary: fc.record({
      which: fc.nat(60),
      kind: fc.constant('status' as const),
      to: fc.constantFrom('new' as const, 'indeterminate' as const, 'done' as const),
    }),
  },
);
