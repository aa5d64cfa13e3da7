/** Of which service a call is, and which faults it can meet. */
import type { AppCall } from '../../forge/intervene';
import type { Fault, FaultyService } from './model';

export function serviceOf({ kind }: AppCall): FaultyService | undefined {
  if (kind === 'kvs') return 'storage';
  return kind === 'other' ? undefined : kind;
}

/** Without host and query. */
export function pathOf({ url }: AppCall): string {
  return new URL(url, 'http://site.invalid').pathname;
}

/** Reads of Jira that are sent as POST. */
const JIRA_READS = /\/(search\/jql|issue\/bulkfetch|permissions\/check)$/;
const ONE_ISSUE = /\/rest\/api\/3\/issue\/(?!bulk)[^/]+/;
const CREATE = /\/rest\/api\/3\/issue(\/bulk)?$/;
const UPDATE_ANSWER = /\/answers\/[^/]+$/;
/** What AWS and Jira put together from many things: only such an answer may be older than what it tells of. */
const LISTS = /\/(search|search\/jql|answers|lensReviews|improvements|workloadsSummaries)$/;

export function fits(fault: Fault, call: AppCall): boolean {
  const path = pathOf(call);
  const isWrite = call.method !== 'GET' && !(call.kind === 'jira' && JIRA_READS.test(path));
  switch (fault) {
    case 'per-issue':
      return isWrite && ONE_ISSUE.test(path);
    case 'late':
      return call.method === 'POST' && CREATE.test(path);
    case 'conflict':
      return call.method === 'PATCH' && UPDATE_ANSWER.test(path);
    case 'stale':
      return LISTS.test(path);
    default:
      return true;
  }
}
