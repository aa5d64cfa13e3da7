import type { IssueInReview, StartSync } from '../../../../../src/contract';

/** What a sync from this issue covers: its question, or from the Epic everything. Pure. */
export function selectionOf({ question, lensAlias }: IssueInReview): Pick<StartSync, 'selection'> {
  if (!question) return {};
  // Lenses may have questions of one id.
  const lenses = lensAlias === undefined ? {} : { lensAliases: [lensAlias] };
  return { selection: { ...lenses, questionIds: [question.id] } };
}
