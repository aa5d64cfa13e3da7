import { readAccount } from './client/account';
import { createIssues } from './client/create-issues';
import { readDoneStatuses } from './client/done-statuses';
import { fetchIssues } from './client/fetch-issues';
import { foreseeResolution } from './client/foresee-resolution';
import { isIssueThere } from './client/issue-there';
import { createHttp, type HttpOptions } from './client/http';
import { moveIssue } from './client/move-issue';
import { moveResolved } from './client/move-resolved';
import { readPlace } from './client/place';
import { readProfile } from './client/profile';
import { readTraces } from './client/traces';
import { removeIssue } from './client/remove-issue';
import { findProject } from './client/projects';
import { resolveIssue } from './client/resolve-issue';
import { scanIssues } from './client/scan-issues';
import {
  searchClaims,
  searchLastNumber,
  searchMoved,
  searchOthers,
  searchUnknown,
  showOthers,
} from './client/search';
import { readSiteUrl } from './client/site-url';
import { updateIssue } from './client/update-issue';
import type { Jira } from './jira';

/** Jira over its REST API v3, acting as whoever the requester acts for. */
export function createJira(options: HttpOptions): Jira {
  const http = createHttp(options);
  return {
    calls: () => http.calls(),
    siteUrl: () => readSiteUrl(http),
    project: (idOrKey) => findProject(http, idOrKey),
    place: (projectId) => readPlace(http, projectId),
    profile: (projectIdOrKey, make) => readProfile(http, projectIdOrKey, make),
    doneStatuses: (projectId) => readDoneStatuses(http, projectId),
    account: () => readAccount(http),
    search: (claims) => searchClaims(http, claims),
    searchOthers: (claims) => searchOthers(http, claims),
    searchUnknown: (claims, knownIds, most) => searchUnknown(http, claims, knownIds, most),
    showOthers: (claims) => showOthers(http, claims),
    recentlyMoved: (minutes, projectIds) => searchMoved(http, minutes, projectIds),
    fetch: (idsOrKeys) => fetchIssues(http, idsOrKeys),
    isThere: (id) => isIssueThere(http, id),
    lastNumber: (projectKey) => searchLastNumber(http, projectKey),
    scan: (projectKey, afterNumber) => scanIssues(http, projectKey, afterNumber),
    create: (drafts, announce) => createIssues(http, drafts, announce),
    traces: (id, account) => readTraces(http, id, account),
    remove: (id) => removeIssue(http, id),
    update: (id, patch) => updateIssue(http, id, patch),
    waitAfter: (error, attempt) => http.waitAfter(error, attempt),
    move: ({ id, status }, to, guide) =>
      moveResolved(http, id, to, (target) => moveIssue(http, id, target, guide, status)),
    foresee: (issue, to, guide) => foreseeResolution(http, issue, to, guide),
    resolve: (issue, as) => resolveIssue(http, issue, as),
  };
}
