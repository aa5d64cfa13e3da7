/** What a run has to do of its plan, step by step, for whoever watches. Pure. */
import type { Change } from '../review-entries/entry';
import type { Step } from './reasons';
import type { NotesPlan } from './write-back/plan-notes';
import { questionKey } from './write-back/question-status';

/** How far one step of a run is. */
export interface StepProgress {
  readonly step: Step;
  readonly done: number;
  readonly total: number;
}

/** Steps in the order in which they are taken, none of them begun; those with nothing to do are left out. */
export function stepsOf(
  changes: readonly Change[],
  { planned }: Pick<NotesPlan, 'planned'>,
): readonly StepProgress[] {
  const of = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  // A closing after a creation is a step of its own.
  const closedAtOnce = changes.filter((change) => change.kind === 'create' && change.thenClose).length;
  const chosen = changes.flatMap((change) =>
    change.kind === 'choose' ? [questionKey(change.entry.identity)] : [],
  );
  const totals: readonly (readonly [Step, number])[] = [
    ['creating-issues', of('create')],
    ['updating-issues', of('update')],
    ['closing-issues', of('close') + closedAtOnce],
    ['reopening-issues', of('reopen')],
    ['resolving-issues', of('resolve')],
    [chosen.length > 0 ? 'writing-answers' : 'writing-notes', new Set([...chosen, ...planned.keys()]).size],
  ];
  return totals.flatMap(([step, total]) => (total > 0 ? [{ step, done: 0, total }] : []));
}
