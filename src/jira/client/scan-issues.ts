import { eachOnce } from '../each-once';
import type { OurIssue } from '../model';
import { hasProperty } from '../ownership';
import { FETCH_LIMIT, fetchPart } from './fetch-issues';
import type { Http } from './http';

/** Numbers in a row that nobody's issue has: a create of 50 cannot hide behind them. */
const EMPTY_WINDOWS = 2;
const MAX_WINDOWS = 20;

/** See `Jira.scan`. */
export async function scanIssues(
  http: Http,
  projectKey: string,
  afterNumber: number,
): Promise<{ readonly issues: readonly OurIssue[]; readonly complete: boolean }> {
  const ours: OurIssue[] = [];
  let emptyInARow = 0;
  for (let window = 0; window < MAX_WINDOWS; window++) {
    const found = await fetchPart(http, keysOf(projectKey, afterNumber + window * FETCH_LIMIT));
    ours.push(...found.filter(hasProperty));
    emptyInARow = found.length === 0 ? emptyInARow + 1 : 0;
    if (emptyInARow === EMPTY_WINDOWS) return { issues: eachOnce(ours), complete: true };
  }
  return { issues: eachOnce(ours), complete: false };
}

function keysOf(projectKey: string, afterNumber: number): readonly string[] {
  return Array.from({ length: FETCH_LIMIT }, (_, index) => `${projectKey}-${afterNumber + index + 1}`);
}
