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

/** How much a block can tell, from the most to the least. */
export const DETAILS = ['titles', 'lines', 'counts', 'line'] as const;

export type Detail = (typeof DETAILS)[number];

/** Whose side of a conflict stays: the text in the notes, or the app's block. */
export type Keep = 'aws' | 'jira';

/**
 * Why the notes are left to a person:
 * - `edited`: what stands between the markers is not what the app wrote there;
 * - `broken`: a marker is missing or damaged;
 * - `doubled`: several blocks of ours one after another;
 * - `nested`: markers within markers, also those of another installation, or in the wrong order;
 * - `newer`: a version of the block that this code does not know.
 */
export type ConflictReason = 'edited' | 'broken' | 'doubled' | 'nested' | 'newer';
