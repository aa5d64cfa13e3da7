import type { Issue } from '../model/issue';
import type { Site } from '../site';
import { referenced } from '../tables';

/** Sub-tasks of an issue; children of an Epic are none. */
export function subtasksOf(site: Site, issue: Issue): readonly Issue[] {
  const { hierarchyLevel } = referenced(site.tables.issueTypes, issue.issueTypeId);
  return hierarchyLevel === 0 ? site.issues.children(issue.id) : [];
}
