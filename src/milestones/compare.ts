/** What two states of a review have in common and what not. Pure. */
import type { PracticeState, Risk, RiskCounts } from '../wellarchitected/model';
import type { LensState } from '../wellarchitected/milestones';
import type { PlacedQuestion } from '../wellarchitected/page-reads';

export interface Comparison {
  /** Lenses of both states, in the order of the later one. */
  readonly lenses: readonly LensComparison[];
  /** Names of lenses that only one of them has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

export interface BeforeAndAfter {
  readonly before: RiskCounts;
  readonly after: RiskCounts;
}

export interface LensComparison {
  readonly name: string;
  /** Where they differ: questions and practices are compared by their ids. */
  readonly versions?: { readonly before: string; readonly after: string };
  readonly risks: BeforeAndAfter;
  readonly pillars: readonly (BeforeAndAfter & { readonly id: string })[];
  /** Selected after and not before, and the other way round. */
  readonly gained: readonly PlacedPractice[];
  readonly lost: readonly PlacedPractice[];
  /** Questions and practices that do not apply after and did before, and the other way round. */
  readonly excepted: readonly PlacedPractice[];
  readonly noLongerExcepted: readonly PlacedPractice[];
  /** Questions that were unanswered before and are answered after. */
  readonly answered: readonly PlacedPractice[];
  /** Practices that only one version of the lens has: they are neither gained nor lost. */
  readonly withoutPartner: { readonly before: number; readonly after: number };
}

/** A practice, or, without one, a whole question. */
export interface PlacedPractice {
  readonly pillarId: string;
  readonly question: string;
  readonly practice?: string;
}

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

function compareLens(before: LensState, after: LensState): LensComparison {
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
function pillarsOf(before: LensState, after: LensState): LensComparison['pillars'] {
  const ids = new Set([...after.questions, ...before.questions].map(({ pillarId }) => pillarId));
  return [...ids].map((id) => ({ id, before: risksIn(before, id), after: risksIn(after, id) }));
}

function risksIn({ questions }: LensState, pillarId: string): RiskCounts {
  const own = questions.filter((question) => question.pillarId === pillarId);
  const count = (risk: Risk) => own.filter((question) => question.risk === risk).length;
  return {
    UNANSWERED: count('UNANSWERED'),
    HIGH: count('HIGH'),
    MEDIUM: count('MEDIUM'),
    NONE: count('NONE'),
    NOT_APPLICABLE: count('NOT_APPLICABLE'),
  };
}
