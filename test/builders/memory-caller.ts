/** What whoever calls may do and see in Jira, in memory. */
import type { Platform } from '../../src/handlers/platform';
import type { Permission } from '../../src/jira/client/permissions';
import type { TriageIssue, TriageIssuePage, WhichSubtasks } from '../../src/jira/client/triage-issues';
import { isProjectId, type Board } from './board';

interface Caller {
  readonly board: Board;
  /** Issues and projects that the caller may not see; by key. */
  readonly hidden: ReadonlySet<string>;
  readonly permissions: readonly Permission[];
  readonly openSubtasks: (which: WhichSubtasks) => Promise<TriageIssuePage>;
  /** Those that the caller sees. */
  readonly triageIssues: readonly TriageIssue[];
}

/** As the caller is when it is asked. */
export function callerOf(caller: Caller): Platform['jiraAsCaller'] {
  const { board, hidden } = caller;
  return {
    hasAnyPermission: (wanted) => Promise.resolve(wanted.some((each) => caller.permissions.includes(each))),
    project(idOrKey) {
      const found = board.project(isProjectId(idOrKey) ? idOrKey : board.projectId(idOrKey));
      return Promise.resolve(found && hidden.has(found.key) ? undefined : found);
    },
    visibleIssues: (keys) => Promise.resolve(new Set([...keys].filter((key) => !hidden.has(key)))),
    issue: (key) => {
      const issue = hidden.has(key) ? undefined : board.read(key);
      if (issue) return Promise.resolve({ kind: 'ours', issue });
      const isThere = !hidden.has(key) && board.get(key) !== undefined;
      return Promise.resolve({ kind: isThere ? 'other' : 'hidden' });
    },
    triageIssues: (ids) => Promise.resolve(caller.triageIssues.filter(({ id }) => ids.includes(id))),
    openSubtasks: (which) => caller.openSubtasks(which),
  };
}
