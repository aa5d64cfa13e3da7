/** A best practice and its Sub-task, as a table of cases names them. */
import type { OurIssue } from '../../../src/jira/model';
import { comparePractice, type DoneComparison } from '../../../src/plan/compare-practice';
import type { SyncedState } from '../../../src/plan/link';
import type { Keep } from '../../../src/plan/plan';
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

export const SELECTED: SyncedState = { review: 'done', jira: 'done', practice: 'selected' };
export const DONE_BY_JIRA: SyncedState = { review: 'open', jira: 'done' };
export const REOPENED_BY_JIRA: SyncedState = { review: 'done', jira: 'open', practice: 'selected' };

export interface Given {
  readonly synced: SyncedState;
  readonly practice: PracticeState;
  readonly issue: Issue;
  readonly off?: boolean;
  readonly applicable?: boolean;
  readonly keep?: Keep;
}

export function compare({ synced, practice, issue, off, applicable = true, keep }: Given): DoneComparison {
  return comparePractice({ synced, practice, issue, applicable, keep, resolveSelects: off ? undefined : ON });
}

/** `choose SELECTED`, or the kind alone. */
export function words(comparison: DoneComparison): string {
  if (comparison.kind !== 'choose') return comparison.kind;
  const { update } = comparison;
  return ['choose', update.status, ...('reason' in update ? [update.reason] : [])].join(' ');
}
