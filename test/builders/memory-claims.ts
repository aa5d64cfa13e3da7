import type { Claims } from '../../src/jira/model';
import type { Board, StoredIssue } from './board';

/** Those of the issues that say they belong to the workload, in the project: by the creators, and by others. */
export function claimed(
  issues: readonly StoredIssue[],
  { workloadArn, projectId, creators }: Claims,
  board: Board,
): Readonly<Record<'by' | 'byOthers', readonly StoredIssue[]>> {
  const all = issues.filter(
    ({ property, projectKey }) =>
      property?.workload === workloadArn && board.projectId(projectKey) === projectId,
  );
  const isBy = ({ creator }: StoredIssue) => creators.includes(creator?.accountId);
  return { by: all.filter(isBy), byOthers: all.filter((issue) => !isBy(issue)) };
}

/** The first 100 by others, as Jira answers a page. */
export function othersPage(issues: readonly StoredIssue[], claims: Claims, board: Board) {
  const { byOthers } = claimed(issues, claims, board);
  return { claims: byOthers.slice(0, 100), more: byOthers.length > 100 };
}
