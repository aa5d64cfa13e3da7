/** Changes of one item, the newest first, as one way back; as far as nobody acted between them. Pure. */
import { identityKey } from '../../jira/ownership';
import { itemOf, type RecentChange } from '../budget/recent-changes';

export interface Undo<S> {
  /** What is undone, the newest first; at least one change. */
  readonly changes: readonly [RecentChange, ...RecentChange[]];
  /** What the newest of them left; as far as it is known. */
  readonly left: S;
  /** What was there before the oldest of them. */
  readonly to: S;
  /** Older ones: people acted after them, and what they did is what comes back. */
  readonly over: readonly RecentChange[];
}

interface Between<S> {
  readonly was: S;
  readonly is: S;
}

/** Of those of one moment the last that was remembered. */
export function newestFirst(changes: readonly RecentChange[]): readonly RecentChange[] {
  return changes.toReversed().toSorted((one, other) => other.at - one.at);
}

/**
 * One way back for each item. A change leads on from an older one where that left what this one found.
 *
 * @param between what a change found, and what it left
 * @param isSame whether two states are the same as far as they are known
 */
export function undoOf<S>(
  workload: string,
  changes: readonly RecentChange[],
  between: (change: RecentChange) => Between<S>,
  isSame: (one: S, other: S) => boolean,
): readonly Undo<S>[] {
  const items = new Map<string, [RecentChange, ...RecentChange[]]>();
  for (const change of newestFirst(changes)) {
    const name = `${change.issueId ?? ''} ${identityKey(itemOf(workload, change))}`;
    const newer = items.get(name);
    if (newer) newer.push(change);
    else items.set(name, [change]);
  }
  return [...items.values()].map(([newest, ...older]) => {
    const undone: [RecentChange, ...RecentChange[]] = [newest];
    const { was, is: left } = between(newest);
    let to = was;
    for (const change of older) {
      const { was: before, is } = between(change);
      if (!isSame(is, to)) break;
      undone.push(change);
      to = before;
    }
    return { changes: undone, left, to, over: older.slice(undone.length - 1) };
  });
}
