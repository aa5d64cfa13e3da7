import type { WriteAnswer } from '../../src/jira/jira';
import type { Place, Trace } from '../../src/jira/model';
import type { Board } from './board';

/** What people leave on issues beside their texts and statuses, and where issues stand. */
export class TouchedIssues {
  /** By issue id. */
  readonly touched = new Map<string, readonly Trace[]>();
  /** By project id, where it is not company-managed or not open to the app. */
  readonly places = new Map<string, Partial<Place>>();
  /** Every write that was asked for, in words. */
  readonly writes: string[] = [];

  constructor(readonly board: Board) {}

  place(projectId: string): Promise<Place> {
    return Promise.resolve({ isTeamManaged: false, mayEdit: true, ...this.places.get(projectId) });
  }

  traces(id: string, account: string): Promise<readonly Trace[] | undefined> {
    const issue = this.board.readAny(id);
    if (issue === undefined) return Promise.resolve(undefined);
    return Promise.resolve([
      ...(issue.creator?.accountId === account ? [] : (['creator'] as const)),
      ...(issue.subtasks.length === 0 ? [] : (['subtask'] as const)),
      ...(this.touched.get(id) ?? []),
    ]);
  }

  remove(id: string): Promise<WriteAnswer> {
    this.writes.push(`remove ${id}`);
    this.board.delete(id);
    return Promise.resolve({ kind: 'applied' });
  }
}
