import type { Reason } from '../reason';
import type { DoneMeanings, HowDone, Way } from './done-meaning';
import type { ItemState, NewState } from './entry';
import type { SyncedState } from './link';
import type { DoneMemory, Keep } from './plan';

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
 * - `resolve`: the issue is done and stays so, and says from now on how the item was finished;
 * - `choose`: the item's state in the source changes, as Jira says;
 * - `differ`: the sides differ because of Jira, and that is told, with why the source is left as it is;
 * - `conflict`: both moved, apart: told, until a person settles it or they agree.
 */
export type DoneComparison = { readonly memory: DoneMemory } & (
  | { readonly kind: 'agree' | 'follow-source' | 'conflict' }
  | { readonly kind: 'resolve'; readonly to: Way; readonly reason: Reason }
  | { readonly kind: 'choose'; readonly to: NewState; readonly reason: Reason }
  | { readonly kind: 'differ'; readonly reason: Reason }
);

/** What is remembered whether or not the writes of a run are taken. */
export function always(state: SyncedState): DoneMemory {
  return { moved: state, kept: state };
}
