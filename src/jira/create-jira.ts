import { createIssues } from './client/create-issues';
import { fetchIssues } from './client/fetch-issues';
import { createHttp, type HttpOptions } from './client/http';
import { moveIssue } from './client/move-issue';
import { readProfile } from './client/profile';
import { findProject } from './client/projects';
import { scanIssues } from './client/scan-issues';
import { searchIds, searchLastNumber } from './client/search';
import { updateIssue } from './client/update-issue';
import type { Jira } from './jira';

/** Jira over its REST API v3, acting as whoever the requester acts for. */
export function createJira(options: HttpOptions): Jira {
  const http = createHttp(options);
  return {
    calls: () => http.calls(),
    project: (idOrKey) => findProject(http, idOrKey),
    profile: (projectIdOrKey) => readProfile(http, projectIdOrKey),
    search: (workloadArn) => searchIds(http, workloadArn),
    fetch: (idsOrKeys) => fetchIssues(http, idsOrKeys),
    lastNumber: (projectKey) => searchLastNumber(http, projectKey),
    scan: (projectKey, afterNumber) => scanIssues(http, projectKey, afterNumber),
    create: (drafts) => createIssues(http, drafts),
    update: (id, patch) => updateIssue(http, id, patch),
    move: (issue, to) => moveIssue(http, issue.id, to),
  };
}
