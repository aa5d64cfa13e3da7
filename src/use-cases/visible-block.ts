/** What of the app's block in a question's notes a person may see: the app wrote it from all issues of the question. */
import { inWords } from '../in-words';
import { because } from './visible-reasons';

/** A line about an issue: its status, or where to find it. */
const ABOUT_ISSUE = /^(?:\[[ x]\] (?:Task )?|https?:\/\/\S+\/browse\/)([A-Z][A-Z0-9_]*-\d+)(?=:|$)/;

/** Lines that are about no issue: how many are done, and nothing. */
const ABOUT_NONE = /^(?:\d+ of \d+ Sub-tasks done(?:, last status change \d{4}-\d{2}-\d{2})?)?$/;

/** Keys of the issues that a block tells about. */
export function keysInBlock(block: string): ReadonlySet<string> {
  return new Set(linesOf(block).flatMap((line) => ABOUT_ISSUE.exec(line)?.[1] ?? []));
}

/** The block without its lines about issues that are not visible, and without those that the app does not write. */
export function visibleBlock(block: string, visible: ReadonlySet<string>): string {
  const hidden = inWords(because('hidden-title'));
  return linesOf(block)
    .map((line) => (mayBeSeen(line, visible) ? line : hidden))
    .join('\n');
}

/**
 * What people wrote, without lines as the app writes them about issues that are not visible: where a marker is damaged,
 * lines of the block stand outside of it.
 */
export function visibleNotes(text: string, visible: ReadonlySet<string>): string {
  const hidden = inWords(because('hidden-title'));
  const isShown = (key: string | undefined) => key === undefined || visible.has(key);
  return linesOf(text)
    .map((line) => (isShown(ABOUT_ISSUE.exec(line)?.[1]) ? line : hidden))
    .join('\n');
}

function mayBeSeen(line: string, visible: ReadonlySet<string>): boolean {
  const key = ABOUT_ISSUE.exec(line)?.[1];
  return key === undefined ? ABOUT_NONE.test(line) : visible.has(key);
}

function linesOf(block: string): readonly string[] {
  return block.split(/\r?\n/);
}
