/** A best practice and its Sub-task, as a table of cases names them. */
import type { OurIssue } from '../../../src/jira/model';
import { compareItem } from '../../../src/plan/compare-item';
import type { DoneComparison } from '../../../src/plan/item-comparison';
import type { Keep } from '../../../src/plan/plan';
import { fromPlanState, toPlanState, type SyncedState } from '../../../src/review-entries/link';
import { choiceUpdate, itemState } from '../../../src/review-entries/practice-state';
import type { ResolveSelects } from '../../../src/settings/model';
import type { PracticeState } from '../../../src/wellarchitected/model';
import { RESOLUTIONS, STATUSES } from '../../builders/board';

/** Done is implemented, a duplicate not applicable; Won't Do is not named. */
export const ON: ResolveSelects = {
  implemented: [{ resolutionId: RESOLUTIONS.done.id }],
  notApplicable: [{ resolutionId: RESOLUTIONS.duplicate.id, reason: 'BUSINESS_PRIORITIES' }],
};

export type Issue = Pick<OurIssue, 'status' | 'resolution'>;
export const TO_DO: Issue = { status: STATUSES.new, resolution: undefined };
export const STARTED: Issue = { status: STATUSES.indeterminate, resolution: undefined };
export const DONE: Issue = { status: STATUSES.done, resolution: RESOLUTIONS.done };
export const DUPLICATE: Issue = { status: STATUSES.done, resolution: RESOLUTIONS.duplicate };
export const WONT_DO: Issue = { status: STATUSES.done, resolution: RESOLUTIONS.wontDo };
export const CLOSED: Issue = { status: STATUSES.done, resolution: undefined };

export const CREATED: SyncedState = { review: 'open', jira: 'open' };
export const SELECTED: SyncedState = { review: 'done', jira: 'done', practice: 'selected' };
export const DONE_BY_JIRA: SyncedState = { review: 'open', jira: 'done' };
export const REOPENED_BY_JIRA: SyncedState = { review: 'done', jira: 'open', practice: 'selected' };

export interface Given {
  readonly synced: SyncedState;
  readonly practice: PracticeState;
  readonly issue: Issue;
  readonly off?: boolean;
  readonly resolveSelects?: ResolveSelects;
  readonly applicable?: boolean;
  readonly keep?: Keep;
}

/** With what to remember in AWS's terms. */
export type Compared = DistributiveOmit<DoneComparison, 'memory'> & {
  readonly memory: { readonly moved: SyncedState; readonly kept: SyncedState };
};

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export function compare(given: Given): Compared {
  const { synced, practice, issue, off, applicable = true, keep, resolveSelects = ON } = given;
  const { memory, ...comparison } = compareItem({
    synced: toPlanState(synced),
    state: itemState(practice, applicable),
    issue,
    keep,
    resolveSelects: off ? undefined : resolveSelects,
  });
  return {
    ...comparison,
    memory: { moved: fromPlanState(memory.moved), kept: fromPlanState(memory.kept) },
  };
}

/** `choose SELECTED`, or the kind alone. */
export function words(comparison: Compared): string {
  if (comparison.kind !== 'choose') return comparison.kind;
  const update = choiceUpdate(comparison.to);
  return ['choose', update.status, ...('reason' in update ? [update.reason] : [])].join(' ');
}
