/** A choice in AWS's vocabulary, which names pillars and questions of all lenses alike. Pure. */
import type { Selection, SelectedPillar } from '../contract-types';
import { type ChoiceLens, type LeftOut, markOf } from './choice';

export interface Selected {
  /** Undefined: everything. */
  readonly selection: Selection | undefined;
  /** Nothing at all is chosen. */
  readonly isEmpty: boolean;
  /** Aliases of lenses whose questions must be known to say it exactly. */
  readonly needs: readonly string[];
  /** Titles of questions that come along: another lens has a chosen one of the same pillar and id. */
  readonly alongside: readonly string[];
}

/** What a run is to cover. Where `needs` is not empty the selection is not exact yet. */
export function toSelection(lenses: readonly ChoiceLens[], leftOut: LeftOut): Selected {
  const chosen = lenses.filter(({ alias }) => markOf(leftOut, [alias]) !== 'none');
  const aliases = chosen.length === lenses.length ? {} : { lensAliases: chosen.map(({ alias }) => alias) };
  const nothingElse = { isEmpty: chosen.length === 0, needs: [], alongside: [] };
  if (chosen.every(({ alias }) => markOf(leftOut, [alias]) === 'all')) {
    return { ...nothingElse, selection: 'lensAliases' in aliases ? aliases : undefined };
  }
  const pillarIds = [...new Set(chosen.flatMap(({ pillars }) => pillars.map(({ id }) => id)))];
  const parts = pillarIds.map((id) => pillarPart(id, chosen, leftOut));
  return {
    isEmpty: chosen.length === 0,
    selection: { ...aliases, selectedPillars: parts.flatMap(({ pillar }) => pillar ?? []) },
    needs: [...new Set(parts.flatMap(({ needs }) => needs))],
    alongside: parts.flatMap(({ alongside }) => alongside),
  };
}

interface Part {
  readonly pillar: SelectedPillar | undefined;
  readonly needs: readonly string[];
  readonly alongside: readonly string[];
}

function pillarPart(id: string, lenses: readonly ChoiceLens[], leftOut: LeftOut): Part {
  const having = lenses.filter(({ pillars }) => pillars.some((pillar) => pillar.id === id));
  const marks = having.map(({ alias }) => markOf(leftOut, [alias, id]));
  if (marks.every((mark) => mark === 'all')) return { pillar: { PillarId: id }, needs: [], alongside: [] };
  if (marks.every((mark) => mark === 'none')) return { pillar: undefined, needs: [], alongside: [] };
  const questions = having.flatMap((lens) =>
    (lens.questions ?? [])
      .filter(({ pillarId }) => pillarId === id)
      .map((question) => ({
        ...question,
        isChosen: markOf(leftOut, [lens.alias, id, question.id]) === 'all',
      })),
  );
  const ids = [...new Set(questions.filter(({ isChosen }) => isChosen).map((question) => question.id))];
  return {
    // Without ids AWS's vocabulary means the whole pillar.
    pillar: ids.length > 0 ? { PillarId: id, SelectedQuestionIds: ids } : undefined,
    needs: having.filter(({ questions: known }) => !known).map(({ alias }) => alias),
    alongside: questions
      .filter((question) => !question.isChosen && ids.includes(question.id))
      .map(({ title }) => title),
  };
}
