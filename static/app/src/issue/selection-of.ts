import type { IssuePlace, StartSync } from '../../../../src/contract';

/** What a sync from this issue touches: its question, or from the Epic everything. Pure. */
export function selectionOf({ question }: IssuePlace): Pick<StartSync, 'selection'> {
  return question ? { selection: { questionIds: [question.id] } } : {};
}
