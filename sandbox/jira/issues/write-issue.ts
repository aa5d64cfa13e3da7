import { announceCreated, announceUpdated } from '../announce';
import type { Issue } from '../model/issue';
import type { Site } from '../site';
import { nextId } from '../tables';
import { changesBetween } from './changes';

/** Stores a new issue and lets the search and the listener know. */
export function insertIssue(site: Site, issue: Issue): void {
  site.issues.put(issue);
  site.index.record(issue.id, issue);
  announceCreated(site, issue);
}

/**
 * Stores an edit with its entry in the history. An edit that changes nothing leaves `updated` alone.
 *
 * @returns the issue as stored
 */
export function updateIssue(site: Site, author: string, before: Issue, after: Issue): Issue {
  const items = changesBetween(site.tables, before, after);
  const stored = items.length === 0 ? after : { ...after, updated: site.clock.now() };
  site.issues.put(stored);
  site.index.record(stored.id, stored);
  if (items.length > 0) {
    const entry = { id: nextId(site.tables, 'history'), author, created: site.clock.now(), items };
    site.tables.histories.set(stored.id, [...(site.tables.histories.get(stored.id) ?? []), entry]);
    announceUpdated(site, author, stored, items);
  }
  return stored;
}
