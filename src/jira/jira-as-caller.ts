/** What the app asks of Jira as the person who calls: what they may do, and what they may see. */
import type { TriageIssue, TriageIssuePage, WhichSubtasks } from './client/triage-issues';
import type { Permission } from './client/permissions';
import type { SeenIssue } from './client/seen-issue';
import type { ProjectRef } from './model';

/** Every call throws `UpstreamError` where Jira does not say. */
export interface JiraAsCaller {
  /** Whether they have one of the permissions, in a project where one is named, by its key or its id. */
  hasAnyPermission(permissions: readonly Permission[], project?: string): Promise<boolean>;

  /** `undefined` where none is there, or it is hidden from them. */
  project(idOrKey: string): Promise<ProjectRef | undefined>;

  /** Those of the keys whose issues they may see; in doubt a key is not in the answer. */
  visibleIssues(keys: Iterable<string>): Promise<ReadonlySet<string>>;

  issue(idOrKey: string): Promise<SeenIssue>;

  /** Those of the issues that they may see, by id, whatever their status. */
  triageIssues(ids: readonly string[]): Promise<readonly TriageIssue[]>;

  /** One page of open Sub-tasks. What Jira does not take: see `isRefusedSearch`. */
  openSubtasks(which: WhichSubtasks): Promise<TriageIssuePage>;
}
