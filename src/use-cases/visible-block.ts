/** What of the app's block in a question's notes a person may see: the app wrote it from all issues of the question. */
import { inWords } from '../in-words';
import { because } from './visible-reasons';

/**
 * What the app writes about an issue: its status, or where to find it. Looked for anywhere in a line: where line ends or
 * markers are damaged, several lines of the block, or one and a person's, have become one.
 */
const ABOUT_ISSUE =
  /(?:\[[ x]\] (?:Task )?([A-Z][A-Z0-9_]*-\d+):|https?:\/\/\S+\/browse\/([A-Z][A-Z0-9_]*-\d+)(?=[:\s]|$))/g;

/** How a line about an issue begins; what else stands there the app does not write. */
const BEGINS_ABOUT_ISSUE = /^(?:\[[ x]\] (?:Task )?|https?:\/\/\S+\/browse\/)[A-Z][A-Z0-9_]*-\d+(?=:|$)/;

/** Lines that are about no issue: how many are done, and nothing. */
const ABOUT_NONE = /^(?:\d+ of \d+ Sub-tasks done(?:, last status change \d{4}-\d{2}-\d{2})?)?$/;

/** Keys of the issues that a block, or what is left of one, tells about. */
export function keysInBlock(block: string): ReadonlySet<string> {
  return new Set(linesOf(block).flatMap(keysIn));
}

/** The block without its lines about issues that are not visible, and without those that the app does not write. */
export function visibleBlock(block: string, visible: ReadonlySet<string>): string {
  return shown(block, (line) => isWritten(line) && tellsVisible(line, visible));
}

/**
 * What people wrote, without lines as the app writes them about issues that are not visible: where a marker is damaged,
 * lines of the block stand outside of it.
 */
export function visibleNotes(text: string, visible: ReadonlySet<string>): string {
  return shown(text, (line) => tellsVisible(line, visible));
}

function shown(text: string, isShown: (line: string) => boolean): string {
  const hidden = inWords(because('hidden-title'));
  return linesOf(text)
    .map((line) => (isShown(line) ? line : hidden))
    .join('\n');
}

function isWritten(line: string): boolean {
  return ABOUT_NONE.test(line) || BEGINS_ABOUT_ISSUE.test(line);
}

function tellsVisible(line: string, visible: ReadonlySet<string>): boolean {
  return keysIn(line).every((key) => visible.has(key));
}

function keysIn(line: string): readonly string[] {
  return [...line.matchAll(ABOUT_ISSUE)].flatMap(([, told, linked]) => told ?? linked ?? []);
}

function linesOf(block: string): readonly string[] {
  return block.split(/\r?\n/);
}
