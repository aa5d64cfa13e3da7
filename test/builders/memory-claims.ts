import type { ClaimedIds, ClaimsPage } from '../../src/jira/jira';
import type { Claims } from '../../src/jira/model';
import type { Board, StoredIssue } from './board';

/** Of the issues that say they belong to the workload, in the project: ids by the creators, and by others. */
export function claimed(
  issues: readonly StoredIssue[],
  claims: Claims,
  board: Board,
): Readonly<Record<'by' | 'byOthers', readonly string[]>> {
  const { by, byOthers } = split(issues, claims, board);
  return { by: by.map(({ id }) => id), byOthers: byOthers.map(({ id }) => id) };
}

/** Whoever made them, but for those that are known, so many at most. */
export function unknownAmong(
  issues: readonly StoredIssue[],
  knownIds: readonly string[],
  claims: Omit<Claims, 'creators'>,
  board: Board,
  most: number,
): ClaimedIds {
  const all = claimed(issues, { ...claims, creators: [] }, board).byOthers;
  const ids = all.filter((id) => !knownIds.includes(id));
  return { ids: ids.slice(0, most), more: ids.length > most };
}

/** The newest 100 by others, as Jira answers a page. */
export function othersPage(issues: readonly StoredIssue[], claims: Claims, board: Board): ClaimsPage {
  const newest = [...split(issues, claims, board).byOthers].reverse();
  return { claims: newest.slice(0, 100), more: newest.length > 100 };
}

function split(
  issues: readonly StoredIssue[],
  { workloadArn, projectId, creators }: Claims,
  board: Board,
): Readonly<Record<'by' | 'byOthers', readonly StoredIssue[]>> {
  const all = issues.filter(
    ({ property, projectKey }) =>
      property?.workload === workloadArn && board.projectId(projectKey) === projectId,
  );
  const isBy = ({ creator }: StoredIssue) => creator !== undefined && creators.includes(creator.accountId);
  return { by: all.filter(isBy), byOthers: all.filter((issue) => !isBy(issue)) };
}
