/**
 * What Jira tells apps, and in which words.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
import type { HistoryItem } from './model/history';
import type { Issue } from './model/issue';
import type { Project } from './model/project';
import type { Site } from './site';
import { changedPeople, changedStatuses, eventIssue, personBean } from './views/event';
import { itemBean } from './views/history';
import { projectBean } from './views/project';

export function announceCreated(site: Site, issue: Issue): void {
  announceIssue(site, 'created', issue.creator ?? issue.reporter, issue, () => ({}));
}

/** A change of nothing but entity properties raises no event (unverified, J26). */
export function announceUpdated(
  site: Site,
  author: string,
  issue: Issue,
  items: readonly HistoryItem[],
): void {
  announceIssue(site, 'updated', author, issue, () => ({
    changelog: { items: items.map(itemBean) },
    associatedUsers: [...new Set([author, ...changedPeople(items)])].map(personBean),
    ...changedStatuses(site, items),
  }));
}

/** Called before the issue is gone. */
export function announceDeleted(site: Site, author: string, issue: Issue): void {
  announceIssue(site, 'deleted', author, issue, () => ({}));
}

/** Whose deed it was is not documented as part of events of projects. */
export function announceProject(site: Site, what: ProjectDeed, project: Project): void {
  site.events.raise(`avi:jira:${what}:project`, undefined, () => ({ project: projectBean(site, project) }));
}

type ProjectDeed = 'created' | 'updated' | 'archived' | 'unarchived' | 'deleted';

function announceIssue(
  site: Site,
  what: 'created' | 'updated' | 'deleted',
  author: string,
  issue: Issue,
  more: () => object,
): void {
  const details = () => ({
    issue: eventIssue(site, issue),
    atlassianId: author,
    associatedUsers: [personBean(author)],
    ...more(),
  });
  site.events.raise(`avi:jira:${what}:issue`, author, details, what === 'deleted' ? {} : issue.properties);
}
