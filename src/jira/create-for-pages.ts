/** Jira for a person who waits: over its REST API v3, as whoever the requester acts for. */
import { readDoneStatuses } from './client/done-statuses';
import { examineProject } from './client/examine-project';
import { createHttp, type HttpOptions } from './client/http';
import { readIssueSecurity } from './client/issue-security';
import { problemsOfSettings } from './client/settings-problems';
import { fetchTriageIssues, searchTriageIssues } from './client/triage-issues';
import { hasAnyPermission } from './client/permissions';
import { readProject } from './client/projects';
import { readSeenIssue } from './client/seen-issue';
import { searchTypesInUse } from './client/search';
import { visibleIssues } from './client/visible-issues';
import type { JiraAsCaller } from './jira-as-caller';
import type { ProjectExaminer } from './project-examiner';

/** @param asUser acts for the person who calls */
export function createJiraAsCaller(asUser: HttpOptions): JiraAsCaller {
  return {
    hasAnyPermission: (permissions, project) => hasAnyPermission(asUser, permissions, project),
    project: (idOrKey) => readProject(asUser, idOrKey),
    visibleIssues: (keys) => visibleIssues(asUser, keys),
    issue: (idOrKey) => readSeenIssue(asUser, idOrKey),
    triageIssues: (ids) => fetchTriageIssues(asUser, ids),
    openSubtasks: (which) => searchTriageIssues(asUser, which),
  };
}

/** @param options acts for the app, as a sync does */
export function createProjectExaminer(options: HttpOptions): ProjectExaminer {
  return {
    examine: (projectIdOrKey, make) => examineProject(createHttp(options), projectIdOrKey, make),
    problemsOfSettings: (project, make) => problemsOfSettings(createHttp(options), project, make),
    doneStatuses: (projectId) => readDoneStatuses(createHttp(options), projectId),
    issueSecurity: (projectId) => readIssueSecurity(createHttp(options), projectId),
    typesInUse: (projectId, typeIds) => searchTypesInUse(createHttp(options), projectId, typeIds),
  };
}
