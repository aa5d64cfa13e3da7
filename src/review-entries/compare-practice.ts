import { compareItem } from '../plan/compare-item';
import type { ComparedItem, DoneComparison as ItemComparison } from '../plan/item-comparison';
import type { ChoiceUpdate, PracticeState } from '../wellarchitected/model';
import { fromPlanState, toPlanState, type SyncedState } from './link';
import { choiceUpdate, itemState } from './practice-state';

/** A best practice and its Sub-task, as both are now. */
export interface ComparedPractice extends Omit<ComparedItem, 'synced' | 'state'> {
  readonly synced: SyncedState;
  readonly practice: PracticeState;
  /** Whether its question is. */
  readonly applicable: boolean;
}

/** What "done" of its Sub-task comes to: the plan's comparison in AWS's terms. */
export interface DoneComparison {
  readonly kind: ItemComparison['kind'];
  /** With `choose` only. */
  readonly update?: ChoiceUpdate;
  readonly memory: { readonly moved: SyncedState; readonly kept: SyncedState };
}

/** Compares one best practice as a plan of its whole review would; see `compareItem`. */
export function comparePractice({
  synced,
  practice,
  applicable,
  ...compared
}: ComparedPractice): DoneComparison {
  const comparison = compareItem({
    ...compared,
    synced: toPlanState(synced),
    state: itemState(practice, applicable),
  });
  const { kind, memory } = comparison;
  return {
    kind,
    ...(kind === 'choose' ? { update: choiceUpdate(comparison.to) } : {}),
    memory: { moved: fromPlanState(memory.moved), kept: fromPlanState(memory.kept) },
  };
}
