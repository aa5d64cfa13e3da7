/** Statuses to render and notes to merge them into. */
import type { OwnQuestion } from '../../../src/notes/installation';
import { mergeNotes, removeBlock, type MergeOptions } from '../../../src/notes/merge';
import type { Merged } from '../../../src/notes/merged';
import type { QuestionStatus, SubtaskStatus } from '../../../src/notes/model';
import { parseNotes, type ParsedNotes } from '../../../src/notes/parse-notes';
import { NEWEST } from '../../../src/notes/versions';
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

/** What every opening line of the newest version begins with, and every closing line. */
export const NEWEST_HEADS = ['=== Jira status', '=== end of Jira status'].map(
  (words) => `${words} v${NEWEST.version}`,
) as [begin: string, end: string];

/** A block of this installation as the newest version writes it, but for what it says. */
export function newestBlock(lines: readonly string[]): string {
  const inner = `\n${lines.join('\n')}\n`;
  const [begin, end] = [BLOCK.slice(0, BLOCK.indexOf('\n')), BLOCK.slice(BLOCK.lastIndexOf('\n') + 1)];
  return `${begin}${inner}${end.replace(/check [0-9a-f]+/, `check ${NEWEST.check(inner)}`)}`;
}

/** The same status in version 1, as the app wrote it then on the site of this address. */
export function version1(siteUrl: string): string {
  return statusBlock({ version: 1, lines: linesOf(siteUrl) });
}

/** The same status in every version before the newest, as the app wrote it then. */
export const OLDER: readonly (readonly [version: number, block: string])[] = [1, 2]
  .filter((version) => version < NEWEST.version)
  .map((version) => [version, olderBlock(version)]);

function olderBlock(version: number): string {
  const lines = linesOf(OWN.siteUrl);
  return version === 1
    ? version1(OWN.siteUrl)
    : statusBlock({ version, installation: OWN.installation, lines });
}

function linesOf(siteUrl: string): readonly string[] {
  return [
    '[ ] Task APP-12: In Progress',
    `${siteUrl}/browse/APP-12`,
    '1 of 2 Sub-tasks done, last status change 2026-01-05',
    '[x] APP-13: Done',
    '[ ] APP-14: To Do',
  ];
}

/** Version 1 in one line, where there was no more room: without a link. */
export const V1_LINE = statusBlock({
  version: 1,
  lines: ['[ ] Task APP-12: In Progress, 1 of 2 Sub-tasks done, last status change 2026-01-05'],
});
