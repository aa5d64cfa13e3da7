import { announceDeleted } from '../announce';
import type { Issue } from '../model/issue';
import type { Site } from '../site';
import { subtasksOf } from './subtasks';
import { updateIssue } from './write-issue';

/**
 * Removes an issue and its Sub-tasks for good. An Epic's children stay and lose their parent. Only the issue
 * itself is told of ("We only emit a delete event for top-level entities"; of Sub-tasks unverified, J23).
 * https://developer.atlassian.com/platform/forge/events/#handling-cascading-events-in-jira
 */
export function deleteIssue(site: Site, author: string, issue: Issue): void {
  announceDeleted(site, author, issue);
  const subtasks = subtasksOf(site, issue);
  for (const subtask of subtasks) remove(site, subtask);
  for (const child of site.issues.children(issue.id)) {
    updateIssue(site, author, child, { ...child, parentId: undefined });
  }
  remove(site, issue);
}

function remove(site: Site, issue: Issue): void {
  site.issues.remove(issue);
  site.tables.histories.delete(issue.id);
  site.index.record(issue.id, undefined);
}
