/** Links as they were before changes that are put back. Pure. */
import { identityKey } from '../../jira/ownership';
import type { Link } from '../../review-entries/link';
import { itemOf, type RecentChange } from '../budget/recent-changes';
import { newestFirst } from './undo';

/** Of several changes of one item the oldest says what was before. Links of other issues stay as they are. */
export function linksBefore(
  links: ReadonlyMap<string, Link>,
  changes: readonly RecentChange[],
  workload: string,
): readonly Link[] {
  const next = new Map(links);
  for (const change of newestFirst(changes)) {
    const key = identityKey(itemOf(workload, change));
    const link = next.get(key);
    if (link === undefined || link.issueId !== change.issueId || change.synced === undefined) continue;
    next.set(key, { ...link, synced: change.synced });
  }
  return [...next.values()];
}
