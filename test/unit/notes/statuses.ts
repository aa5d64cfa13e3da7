/** Statuses to render and notes to merge them into. */
import type { QuestionStatus, SubtaskStatus } from '../../../src/notes/model';
import { mergeNotes, type MergeOptions } from '../../../src/notes/merge';

export const TASK: QuestionStatus['task'] = {
  key: 'APP-12',
  status: 'In Progress',
  statusCategory: 'indeterminate',
  url: 'https://site.example/browse/APP-12',
};

export function subtask(number: number, more: Partial<SubtaskStatus> = {}): SubtaskStatus {
  return { key: `APP-${number}`, status: 'To Do', done: false, ...more };
}

export function status(more: Partial<QuestionStatus> = {}): QuestionStatus {
  return {
    task: TASK,
    subtasks: [subtask(13, { status: 'Done', done: true }), subtask(14)],
    changedAt: '2026-01-05T09:30:00.000+0000',
    ...more,
  };
}

/** The same question, a day later. */
export const LATER = status({
  subtasks: [13, 14].map((number) => subtask(number, { status: 'Done', done: true })),
  changedAt: '2026-01-06T09:30:00.000+0000',
});

/** Notes after a merge that must have changed them. */
export function merged(current: string | undefined, now = status(), options: MergeOptions = {}): string {
  const result = mergeNotes(current, now, options);
  if (result.kind !== 'changed') throw new Error(`expected a change, got ${JSON.stringify(result)}`);
  return result.notes;
}

/** The block alone. */
export const BLOCK = merged('');
