import type { RunView } from '../../../../../../src/contract';

/** Whether a run made all issues that it makes, and still has something to write in AWS. Pure. */
export function areIssuesThere({ steps = [] }: Pick<RunView, 'steps'>): boolean {
  const ofCode = (code: string) => steps.filter(({ step }) => step.code === code);
  const isOver = ({ done, total }: { done: number; total: number }) => done >= total;
  const creating = ofCode('creating-issues');
  const writing = [...ofCode('writing-notes'), ...ofCode('writing-answers')];
  return creating.length > 0 && creating.every(isOver) && writing.length > 0 && !writing.every(isOver);
}
