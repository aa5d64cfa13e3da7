/** Notes that another tool wrote over ours. */
import { findBlock } from './find-block';

/**
 * The lines of the report that Trend Micro Conformity's Well-Architected sync puts in place of a question's
 * notes, as its users publish it. Neither its title, which names the product of the day, nor the end of the
 * list of rules, which the limit may cut, is asked for. Unverified: that it looks so in every version.
 */
const CONFORMITY_LINES = [
  /^\s*Total number of Successes: *\d+/im,
  /^\s*Total number of Failures: *\d+/im,
  ...['Extreme', 'Very High', 'High', 'Medium', 'Low'].map(
    (level) => new RegExp(`^\\W*${level} successes: *\\d+, *failures: *\\d+`, 'im'),
  ),
  /^\s*Rule Ids to Review: *\[/im,
];

/** Do the notes hold a report of Conformity's sync? Also one without checks, which is all zeros. */
export function isConformityReport(notes: string): boolean {
  return CONFORMITY_LINES.every((line) => line.test(notes));
}

/**
 * Who took our block out of the notes: Conformity's sync, or somebody else (a person, another tool);
 * undefined where nobody did. `hadBlock`: our last write-back to this question left one.
 */
export function looksOverwritten(
  hadBlock: boolean,
  current: string | undefined,
): 'conformity' | 'other' | undefined {
  const notes = current ?? '';
  if (!hadBlock || findBlock(notes).kind !== 'none') return undefined;
  return isConformityReport(notes) ? 'conformity' : 'other';
}
