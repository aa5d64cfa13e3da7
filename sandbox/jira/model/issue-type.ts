export interface IssueType {
  readonly id: string;
  readonly name: string;
  /** Live sites answer it, and no document has it: only where a test wants it. */
  readonly untranslatedName?: string;
  readonly description: string;
  /** Epic 1, Task 0, Sub-task -1. */
  readonly hierarchyLevel: Level;
  readonly avatarId: number;
  /** A team-managed project owns its types; company-managed projects share theirs. */
  readonly projectId?: string;
}

export type Level = 1 | 0 | -1;
