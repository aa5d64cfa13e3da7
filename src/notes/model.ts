/** What the block in a question's notes tells, and nothing else: no people, comments or descriptions. */
import type { StatusCategory } from '../jira/model';

/** Every text here is foreign: keys, names and links are made plain when they are rendered. */
export interface QuestionStatus {
  readonly task: TaskStatus;
  /** In any order. */
  readonly subtasks: readonly SubtaskStatus[];
  /** When a status last changed (Jira's `statuscategorychangedate`; see `latestChange`). */
  readonly changedAt?: string;
}

export interface TaskStatus {
  readonly key: string;
  readonly status: string;
  readonly statusCategory: StatusCategory;
  /** Where a person sees the Task. A link that is not plain `http(s)` is left out of the block. */
  readonly url: string;
}

export interface SubtaskStatus {
  readonly key: string;
  readonly status: string;
  readonly done: boolean;
  /** Title of the best practice in AWS: told where there is room for it. */
  readonly practice?: string;
}

/** How much a block tells: a line for each Sub-task, only how many are done, or all in one line. */
export type BlockForm = 'lines' | 'counts' | 'line';

/** Why the notes are left to a person. */
export type ConflictReason = 'edited' | 'broken' | 'doubled' | 'nested';
