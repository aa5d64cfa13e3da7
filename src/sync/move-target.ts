import type { MoveTarget } from '../jira/jira';
import { doneBy } from '../plan/done-meaning';
import type { Move } from '../review-entries/entry';
import type { EffectiveSettings } from '../settings/model';

/** Where a move leads, and how its issue should be resolved then: as the settings call what the review says of it. */
export function targetOf(
  { kind, issue, entry: { state } }: Move,
  { doneStatusId, resolveSelects }: Pick<EffectiveSettings, 'doneStatusId' | 'resolveSelects'>,
): MoveTarget {
  if (kind === 'reopen')
    return { to: 'open', ...(issue.resolution === undefined ? {} : { isResolved: true }) };
  const as = state === undefined || state.is === 'open' ? undefined : doneBy(resolveSelects, state.is);
  return { to: 'done', ...(doneStatusId ? { statusId: doneStatusId } : {}), ...(as ? { as } : {}) };
}
