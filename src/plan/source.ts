/** What the plan has from a source: its entries, and what only the source can say of issues. */
import type { Reason } from '../reason';
import type { Entry, IssueOf, PropertyOf } from './entry';

export interface Source<E extends Entry> {
  /** Every item that could have an issue, whatever leaves it out, in tree order: parents before their children. */
  readonly entries: readonly E[];
  /** Whether the run considers every item. */
  readonly isWhole: boolean;
  /** Names the item that an issue's property speaks of; see `Entry.key`. */
  keyOf(issue: IssueOf<E>): string;
  /** Why the item of an issue is not among the entries any more. */
  gone(issue: IssueOf<E>): Reason;
  /** What a person is told of a property that changes; nothing where it is for searches alone. */
  propertyChanges(before: PropertyOf<E>, after: PropertyOf<E>): readonly Reason[];
}
