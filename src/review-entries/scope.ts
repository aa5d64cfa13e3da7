import type { Reason } from '../reason';
import type { Scope, Selection } from '../settings/model';
import type { LensReview, Pillar, Question, Review, Risk } from '../wellarchitected/model';
import { because } from './reasons';

/** Whether a scope gives issues to questions of this risk; see `Scope` for what each means. */
export function inScope(scope: Scope, risk: Risk): boolean {
  switch (risk) {
    case 'HIGH':
    case 'MEDIUM':
      return true;
    case 'NONE':
      return scope !== 'risks';
    case 'UNANSWERED':
      return scope === 'all';
    case 'NOT_APPLICABLE':
      return false;
  }
}

interface QuestionPath {
  readonly lens: Pick<LensReview, 'identity' | 'alias'>;
  readonly pillar: Pick<Pillar, 'id'>;
  readonly question: Pick<Question, 'id'>;
}

/** Whether a selection chooses this question: each part that is present must. */
export function covers(selection: Selection, { lens, pillar, question }: QuestionPath): boolean {
  const { lensAliases, selectedPillars, questionIds } = selection;
  if (lensAliases && !lensAliases.some((alias) => namesLens(alias, lens))) return false;
  if (questionIds && !questionIds.includes(question.id)) return false;
  return (
    !selectedPillars ||
    selectedPillars.some(
      ({ PillarId, SelectedQuestionIds }) =>
        PillarId === pillar.id && (!SelectedQuestionIds?.length || SelectedQuestionIds.includes(question.id)),
    )
  );
}

/** Whether a selection chooses everything. */
export function isWhole(selection: Selection): boolean {
  return !selection.lensAliases && !selection.selectedPillars && !selection.questionIds;
}

/** A lens is named by its alias, or by its ARN with or without a version: all of them are in use. */
function namesLens(alias: string, lens: QuestionPath['lens']): boolean {
  return alias === lens.alias || alias === lens.identity || alias.startsWith(`${lens.identity}:`);
}

/** Names in a selection that the review does not have, empty for a usable selection. */
export function unknownNames(selection: Selection, review: Review): readonly Reason[] {
  const pillars = review.lenses.flatMap((lens) => lens.pillars);
  const questions = pillars.flatMap((pillar) => pillar.questions);
  const lenses = (selection.lensAliases ?? [])
    .filter((alias) => !review.lenses.some((lens) => namesLens(alias, lens)))
    .map((alias) =>
      unknown(
        'lens',
        alias,
        review.lenses.map((lens) => lens.alias),
      ),
    );
  const chosen = selection.selectedPillars ?? [];
  const unknownPillars = chosen
    .filter(({ PillarId }) => !pillars.some(({ id }) => id === PillarId))
    .map(({ PillarId }) =>
      unknown(
        'pillar',
        PillarId,
        pillars.map(({ id }) => id),
      ),
    );
  const asked = [
    ...(selection.questionIds ?? []),
    ...chosen.flatMap((pillar) => pillar.SelectedQuestionIds ?? []),
  ];
  const unknownQuestions = asked
    .filter((id) => !questions.some((question) => question.id === id))
    .map((id) =>
      unknown(
        'question',
        id,
        questions.map((question) => question.id),
      ),
    );
  return [...lenses, ...unknownPillars, ...unknownQuestions];
}

/** At most so many known names are told. */
const MOST_TOLD = 12;

function unknown(kind: 'lens' | 'pillar' | 'question', name: string, all: readonly string[]): Reason {
  const known = [...new Set(all)].slice(0, MOST_TOLD);
  return because('unknown-name', { kind, name, known, count: known.length });
}
