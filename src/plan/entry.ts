/** One issue that a source could have: what it is, what it says, and whether it should be there. */
import type { AdfDocument, Level, OurIssue } from '../jira/model';
import type { Reason } from '../reason';

/**
 * Of what a source knows of its item, what the plan needs. A source's own entries have more beside it, which the
 * plan hands on as it is. `Stamp` is what the issue's property says beside the hash of its texts: the item's
 * identity, and data for searches; the plan compares it and reads nothing in it.
 */
export interface Entry<Stamp extends object = object> {
  /** Names the item: equal for the same one, different for any other of the source. Opaque. */
  readonly key: string;
  readonly level: Level;
  /** The key of the item above; absent for the Epic. */
  readonly parentKey?: string;
  readonly stamp: Stamp;
  readonly content: Content;
  /** How far the source says that the item itself is; absent where its issue follows its children, or nothing. */
  readonly state?: ItemState;
  /** What a Task without a state of its own follows. */
  readonly parent?: ParentState;
  readonly standing: Standing;
  /** Why the settings leave it out; with the standings `outside-scope` and `outside-settings` only. */
  readonly leftOut?: Reason;
  /** Entries of one group are written back together; absent for what is never written back. */
  readonly group?: string;
}

/** An issue that carries the property of an entry. */
export type IssueOf<E extends Entry> = OurIssue<PropertyOf<E>>;

export type PropertyOf<E extends Entry> = E['stamp'] & { readonly hash: string };

/** What an item of a source can be. `notApplicable` is finished too. */
export type ItemStatus = 'open' | 'implemented' | 'notApplicable';

export interface ItemState {
  readonly is: ItemStatus;
  /** Whether the source would take another state from Jira. */
  readonly mayChange: boolean;
  readonly because: Reason;
}

export interface ParentState {
  /** Why the work is finished whatever its children are; absent while it is not. */
  readonly finished?: Reason;
  /** Finished as soon as no child is open. */
  readonly withChildren: boolean;
  /** Why it is open otherwise. */
  readonly open: Reason;
}

/** What the state of an item is to become; the reason is one that the settings name, in the source's terms. */
export type NewState =
  { readonly is: 'open' | 'implemented' } | { readonly is: 'notApplicable'; readonly reason: string };

/**
 * - `in`: gets an issue;
 * - `finished`: gets no new issue, an existing one is followed;
 * - `outside-scope`: the scope setting leaves it out; an existing issue is followed and listed;
 * - `outside-settings`: the settings' selection leaves it out; an existing issue is listed, untouched;
 * - `outside-run`: this run's selection leaves it out; an existing issue is not even listed.
 */
export type Standing = 'in' | 'finished' | 'outside-scope' | 'outside-settings' | 'outside-run';

export interface Content {
  readonly summary: string;
  readonly description: AdfDocument;
  readonly descriptionHash: string;
  /** Hash of the values that the description says, in whatever words; absent: not known, and as it was written. */
  readonly values?: string;
  /** Hash of the description as it was written before links remembered values; absent: as it is now. */
  readonly hashOfBefore?: string;
  readonly labels: readonly string[];
}
