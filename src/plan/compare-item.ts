import type { Reason } from '../reason';
import { doneMeaning, isOn, type DoneMeanings, type HowDone } from './done-meaning';
import type { ItemState, NewState } from './entry';
import type { Side, SyncedState } from './link';
import type { DoneMemory, Keep } from './plan';
import { because } from './reasons';
import { compareDone, jiraSide, settledAs } from './three-way';

/** An item that has a state of its own, and its issue, as both are now. */
export interface ComparedItem {
  /** From the issue's own link; `CREATED` where it has none. */
  readonly synced: SyncedState;
  readonly state: ItemState;
  readonly issue: HowDone;
  readonly resolveSelects: DoneMeanings | undefined;
  /** How a person settled a conflict; means nothing where there is none. */
  readonly keep?: Keep | undefined;
}

/**
 * What "done" of an issue comes to, with what to remember of it:
 * - `agree`: nothing to do and nothing to tell;
 * - `follow-source`: the issue is closed or reopened, as the source says;
 * - `choose`: the item's state in the source changes, as Jira says;
 * - `differ`: the sides differ because of Jira, and that is told, with why the source is left as it is;
 * - `conflict`: both moved, apart: told, until a person settles it or they agree.
 */
export type DoneComparison = { readonly memory: DoneMemory } & (
  | { readonly kind: 'agree' | 'follow-source' | 'conflict' }
  | { readonly kind: 'choose'; readonly to: NewState; readonly reason: Reason }
  | { readonly kind: 'differ'; readonly reason: Reason }
);

/**
 * Compares "done" of one item three ways and decides what follows; total and pure. A side is changed only if it
 * alone stood still since the last sync, or a person settled that: Jira's has moved when the issue went from open
 * to done or back, the source's also when an item is finished in another way (implemented, not applicable) than
 * it was when both last agreed, or when that is not known. The source is changed only under `resolveSelects`,
 * and never where it would not have it changed. Needs no whole source: a single item that was just read will do.
 */
export function compareItem(compared: ComparedItem): DoneComparison {
  const { state, issue, keep } = compared;
  const now = stateOf(state, jiraSide(issue));
  const comparison = decide(compared, compared.synced, now);
  return comparison.kind === 'conflict' && keep ? decide(compared, settledAs(now, keep), now) : comparison;
}

/** From what was synced, or from that as a person settled it; what fails leaves what was really there. */
function decide(compared: ComparedItem, base: SyncedState, now: SyncedState): DoneComparison {
  const { source, jira } = now;
  const kept = compared.synced;
  switch (compareDone(base, source, jira)) {
    case 'agree':
      return { kind: 'agree', memory: always(now) };
    case 'follow-source':
      return { kind: 'follow-source', memory: { moved: { ...now, jira: source }, kept } };
    case 'conflict':
      return { kind: 'conflict', memory: always(kept) };
    case 'differ-by-jira': {
      const to = newStateOf(compared);
      if (!to) return { kind: 'differ', reason: whyLeft(compared), memory: always(told(base, now)) };
      if (source === 'done' && base.how !== now.how) return { kind: 'conflict', memory: always(kept) };
      const moved = stateOf({ is: to.is, mayChange: true }, jira);
      return { kind: 'choose', to, reason: whyChosen(to, compared.issue), memory: { moved, kept } };
    }
  }
}

/** The side that a state is on. */
export function sideOf({ is }: Pick<ItemState, 'is'>): Side {
  return is === 'open' ? 'open' : 'done';
}

function stateOf(state: Pick<ItemState, 'is' | 'mayChange'>, jira: Side): SyncedState {
  const source = sideOf(state);
  return state.mayChange && state.is !== 'open' ? { source, jira, how: state.is } : { source, jira };
}

/** An item that people finished otherwise while the sides differ: how it was finished is not known any more. */
function told(base: SyncedState, now: SyncedState): SyncedState {
  return base.how === now.how ? now : { source: now.source, jira: now.jira };
}

function always(state: SyncedState): DoneMemory {
  return { moved: state, kept: state };
}

/** What Jira's side says of the item; undefined where it says nothing, or nothing that may be done. */
function newStateOf({ state, issue, resolveSelects }: ComparedItem): NewState | undefined {
  if (!isOn(resolveSelects) || !state.mayChange) return undefined;
  return jiraSide(issue) === 'open' ? { is: 'open' } : doneMeaning(resolveSelects, issue);
}

function whyChosen(to: NewState, issue: HowDone): Reason {
  switch (to.is) {
    case 'implemented':
      return because('means-implemented', { how: howDone(issue) });
    case 'notApplicable':
      return because('means-not-applicable', { how: howDone(issue), reason: to.reason });
    case 'open':
      return because('reopened', { status: issue.status.name });
  }
}

function whyLeft({ state, issue, resolveSelects }: ComparedItem): Reason {
  const differing = { status: issue.status.name, because: state.because };
  if (!isOn(resolveSelects)) return because('differs-from-source', differing);
  if (!state.mayChange) return because('source-takes-no-change', differing);
  return because('meaning-not-set', { how: howDone(issue), because: state.because });
}

function howDone({ status: { name: status }, resolution }: HowDone): Reason {
  if (!resolution) return because('unresolved', { status });
  return because('resolved-as', { status, resolution: resolution.name });
}
