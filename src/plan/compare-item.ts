import { compareFinished, isDoneAnew } from './compare-finished';
import { closedAs, doneMeaning, isOn, type HowDone } from './done-meaning';
import type { ItemState, NewState } from './entry';
import { always, type ComparedItem, type DoneComparison } from './item-comparison';
import type { Side, SyncedState } from './link';
import { compareDone, jiraSide, settledAs } from './three-way';
import { whyChosen, whyLeft } from './why-done';

/**
 * Compares "done" of one item three ways and decides what follows; total and pure. A side is changed only if it
 * alone stood still since the last sync, or a person settled that: Jira's has moved when the issue went from open
 * to done or back, or is done in a way that says something else (`compareFinished`); the source's likewise when
 * an item is finished in another way (implemented, not applicable) than it was when both last agreed, or when that
 * is not known. The source is changed only under `resolveSelects`, and never where it would not have it changed.
 * Needs no whole source: a single item that was just read will do.
 */
export function compareItem(compared: ComparedItem): DoneComparison {
  const { state, issue, keep, synced } = compared;
  const now = stateOf(state, issue);
  if (state.is !== 'open' && now.jira === 'done') return compareFinished(compared, state.is, synced, now);
  const comparison = decide(compared, synced, now);
  return comparison.kind === 'conflict' && keep ? decide(compared, settledAs(now, keep), now) : comparison;
}

/** From what was synced, or from that as a person settled it; what fails leaves what was really there. */
function decide(compared: ComparedItem, base: SyncedState, now: SyncedState): DoneComparison {
  const { source, jira } = now;
  const { issue, synced: kept } = compared;
  switch (compareDone(base, source, jira)) {
    case 'agree':
      return { kind: 'agree', memory: always(now) };
    case 'follow-source':
      if (isDoneAnew(base, issue, compared.resolveSelects)) return { kind: 'conflict', memory: always(kept) };
      return { kind: 'follow-source', memory: { moved: followed(now), kept } };
    case 'conflict':
      return { kind: 'conflict', memory: always(kept) };
    case 'differ-by-jira': {
      const to = newStateOf(compared);
      if (!to) return { kind: 'differ', reason: whyLeft(compared), memory: always(told(base, now)) };
      if (source === 'done' && base.how !== now.how) return { kind: 'conflict', memory: always(kept) };
      const moved = stateOf({ is: to.is, mayChange: true }, issue);
      return { kind: 'choose', to, reason: whyChosen(to, issue), memory: { moved, kept } };
    }
  }
}

/** The side that a state is on. */
export function sideOf({ is }: Pick<ItemState, 'is'>): Side {
  return is === 'open' ? 'open' : 'done';
}

function stateOf(state: Pick<ItemState, 'is' | 'mayChange'>, issue: HowDone): SyncedState {
  const as = closedAs(issue);
  return {
    source: sideOf(state),
    jira: jiraSide(issue),
    ...(state.mayChange && state.is !== 'open' ? { how: state.is } : {}),
    ...(as ? { closedAs: as } : {}),
  };
}

/** The issue on the source's side; how it is done then, only Jira can tell. */
function followed({ closedAs: before, ...now }: SyncedState): SyncedState {
  return { ...now, jira: now.source };
}

/** An item that people finished otherwise while the sides differ: how it was finished is not known any more. */
function told(base: SyncedState, now: SyncedState): SyncedState {
  if (base.how === now.how) return now;
  const { how, ...sides } = now;
  return sides;
}

/** What Jira's side says of the item; undefined where it says nothing, or nothing that may be done. */
function newStateOf({ state, issue, resolveSelects }: ComparedItem): NewState | undefined {
  if (!isOn(resolveSelects) || !state.mayChange) return undefined;
  return jiraSide(issue) === 'open' ? { is: 'open' } : doneMeaning(resolveSelects, issue);
}
