/** What two states of a review have in common and what not. Pure. */
import type { LensCompared, PlacedPractice, StatesCompared } from '../contract';
import { countRisks } from '../wellarchitected/count-risks';
import type { PracticeState } from '../wellarchitected/model';
import type { LensState } from '../wellarchitected/milestones';
import type { PlacedQuestion } from '../wellarchitected/page-reads';

/** What of the contract's answer follows from the two states; lenses of both are in the order of the later one. */
export type Comparison = Pick<StatesCompared, 'lenses' | 'onlyBefore' | 'onlyAfter'>;

/** Compares by lens, question and practice, each by its id. */
export function compareStates(before: readonly LensState[], after: readonly LensState[]): Comparison {
  const earlier = new Map(before.map((lens) => [lens.identity, lens]));
  const later = new Set(after.map(({ identity }) => identity));
  return {
    lenses: after.flatMap((lens) => {
      const was = earlier.get(lens.identity);
      return was === undefined ? [] : [compareLens(was, lens)];
    }),
    onlyBefore: before.filter(({ identity }) => !later.has(identity)).map(({ name }) => name),
    onlyAfter: after.filter(({ identity }) => !earlier.has(identity)).map(({ name }) => name),
  };
}

function compareLens(before: LensState, after: LensState): LensCompared {
  const [was, is] = [byId(before.questions), byId(after.questions)];
  const pairs = after.questions.flatMap((question) => {
    const earlier = was.get(question.id);
    return earlier === undefined ? [] : [[earlier, question] as const];
  });
  const practices = pairs.flatMap(([earlier, later]) => practicePairs(earlier, later));
  const became = (state: PracticeState) =>
    practices.filter(({ was: from, is: to }) => from !== state && to === state).map(({ place }) => place);
  const left = (state: PracticeState) =>
    practices.filter(({ was: from, is: to }) => from === state && to !== state).map(({ place }) => place);
  const questions = (when: (earlier: PlacedQuestion, later: PlacedQuestion) => boolean) =>
    pairs.filter(([earlier, later]) => when(earlier, later)).map(([, later]) => placeOf(later));
  return {
    name: after.name,
    ...(before.version === after.version
      ? {}
      : { versions: { before: before.version, after: after.version } }),
    risks: { before: before.riskCounts, after: after.riskCounts },
    pillars: pillarsOf(before, after),
    gained: became('selected'),
    lost: left('selected'),
    excepted: [
      ...questions((earlier, later) => earlier.applicable && !later.applicable),
      ...became('notApplicable'),
    ],
    noLongerExcepted: [
      ...questions((earlier, later) => !earlier.applicable && later.applicable),
      ...left('notApplicable'),
    ],
    answered: questions((earlier, later) => earlier.risk === 'UNANSWERED' && later.risk !== 'UNANSWERED'),
    withoutPartner: { before: unmatched(before, is), after: unmatched(after, was) },
  };
}

function byId(questions: readonly PlacedQuestion[]): ReadonlyMap<string, PlacedQuestion> {
  return new Map(questions.map((question) => [question.id, question]));
}

function practicePairs(earlier: PlacedQuestion, later: PlacedQuestion) {
  const states = new Map(earlier.practices.map(({ id, state }) => [id, state]));
  return later.practices.flatMap(({ id, title, state }) => {
    const was = states.get(id);
    return was === undefined ? [] : [{ was, is: state, place: { ...placeOf(later), practice: title } }];
  });
}

function placeOf({ pillarId, title }: PlacedQuestion): PlacedPractice {
  return { pillarId, question: title };
}

/** Practices of the one that the other does not have. */
function unmatched({ questions }: LensState, others: ReadonlyMap<string, PlacedQuestion>): number {
  return questions
    .map(({ id, practices }) => {
      const known = new Set(others.get(id)?.practices.map((practice) => practice.id));
      return practices.filter((practice) => !known.has(practice.id)).length;
    })
    .reduce((total, count) => total + count, 0);
}

/** In the order of the later state; those that only the earlier one has follow. */
function pillarsOf(before: LensState, after: LensState): LensCompared['pillars'] {
  const ids = new Set([...after.questions, ...before.questions].map(({ pillarId }) => pillarId));
  return [...ids].map((id) => ({
    id,
    before: countRisks(inPillar(before, id)),
    after: countRisks(inPillar(after, id)),
  }));
}

function inPillar({ questions }: LensState, id: string): readonly PlacedQuestion[] {
  return questions.filter(({ pillarId }) => pillarId === id);
}
