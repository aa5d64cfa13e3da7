/** Statuses to render and notes to merge them into. */
import type { OwnQuestion } from '../../../src/notes/installation';
import { mergeNotes, removeBlock, type MergeOptions } from '../../../src/notes/merge';
import type { Merged } from '../../../src/notes/merged';
import type { QuestionStatus, SubtaskStatus } from '../../../src/notes/model';
import { parseNotes, type ParsedNotes } from '../../../src/notes/parse-notes';
import { statusBlock } from '../../builders/status-blocks';

/** The app's installation in tests, of a question that it remembers nothing of. */
export const OWN: OwnQuestion = { installation: '0a1b2c3d', siteUrl: 'https://site.example' };

/** Another installation of the app, on another site. */
export const OTHER: OwnQuestion = { installation: '9f8e7d6c', siteUrl: 'https://other.example' };

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

export function parsed(notes: string | undefined, own: OwnQuestion = OWN): ParsedNotes {
  return parseNotes(notes, own);
}

export function merge(
  notes: string | undefined,
  now: QuestionStatus,
  own: OwnQuestion = OWN,
  options: MergeOptions = {},
): Merged {
  return mergeNotes(parseNotes(notes, own), now, options);
}

export function remove(notes: string | undefined, own: OwnQuestion = OWN) {
  return removeBlock(parseNotes(notes, own));
}

/** Notes after a merge that must have changed them. */
export function merged(
  notes: string | undefined,
  now = status(),
  own = OWN,
  options: MergeOptions = {},
): string {
  const result = merge(notes, now, own, options);
  if (result.kind !== 'changed') throw new Error(`expected a change, got ${JSON.stringify(result)}`);
  return result.notes;
}

/** The block alone. */
export const BLOCK = merged('');

/** The same status in version 1, as the app wrote it then on the site of this address. */
export function version1(siteUrl: string): string {
  const lines = [
    '[ ] Task APP-12: In Progress',
    `${siteUrl}/browse/APP-12`,
    '1 of 2 Sub-tasks done, last status change 2026-01-05',
    '[x] APP-13: Done',
    '[ ] APP-14: To Do',
  ];
  return statusBlock({ version: 1, lines });
}

/** Version 1 in one line, where there was no more room: without a link. */
export const V1_LINE = statusBlock({
  version: 1,
  lines: ['[ ] Task APP-12: In Progress, 1 of 2 Sub-tasks done, last status change 2026-01-05'],
});
