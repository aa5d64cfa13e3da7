/** Notes that another tool wrote over ours. */
import type { ParsedNotes } from './parse-notes';

/**
 * The lines of the report that Trend Micro Conformity's Well-Architected sync puts in place of a question's
 * notes, as its users publish it. Neither its title, which names the product of the day, nor the end of the
 * list of rules, which the limit may cut, is asked for. Unverified (A12): that it looks so in every version.
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
 * undefined where nobody did, or where the app remembers no block there.
 */
export function looksOverwritten({ text, own, block }: ParsedNotes): 'conformity' | 'other' | undefined {
  if (own.remembered === undefined || block.kind !== 'none') return undefined;
  return isConformityReport(text) ? 'conformity' : 'other';
}
