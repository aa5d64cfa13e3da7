import type { Reason } from '../reason';
import { isOn, type HowDone, type Way } from './done-meaning';
import type { NewState } from './entry';
import type { ComparedItem } from './item-comparison';
import { because } from './reasons';

/** Why the source is told. */
export function whyChosen(to: NewState, issue: HowDone): Reason {
  switch (to.is) {
    case 'implemented':
      return because('means-implemented', { how: howDone(issue) });
    case 'notApplicable':
      return because('means-not-applicable', { how: howDone(issue), reason: to.reason });
    case 'open':
      return because('reopened', { status: issue.status.name });
  }
}

/** How an issue and its item differ, of which one is open, and why the source is left as it is. */
export function whyLeft({ state, issue, resolveSelects }: ComparedItem): Reason {
  const differing = { status: issue.status.name, because: state.because };
  if (!isOn(resolveSelects)) return because('differs-from-source', differing);
  if (!state.mayChange) return because('source-takes-no-change', differing);
  return because('meaning-not-set', { how: howDone(issue), because: state.because });
}

/**
 * How an issue is done in another way than its finished item, and why both are left as they are.
 * @param jira what the issue says; undefined where the settings do not say
 */
export function whyBothLeft({ state, issue, resolveSelects }: ComparedItem, jira: Way | undefined): Reason {
  const differing = { how: howDone(issue), because: state.because };
  if (jira !== undefined) return because('says-otherwise', { ...differing, says: jira });
  return isOn(resolveSelects) ? because('meaning-not-set', differing) : because('done-anew', differing);
}

export function howDone({ status: { name: status }, resolution }: HowDone): Reason {
  if (!resolution) return because('unresolved', { status });
  return because('resolved-as', { status, resolution: resolution.name });
}
