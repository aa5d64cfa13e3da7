/** Texts within limits of their own, so that no text pushes another out of an entry. Pure. */
import { createHash } from 'node:crypto';

/** Longest text of a line, in UTF-16 code units: longer than any id, key, name or status of Jira and AWS. */
export const LONGEST_TEXT = 300;

const SHOWN = 200;

/** The text, or its beginning with its length and SHA-256: what is cut can still be compared. */
export function limited(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');
  return `${text.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}… [${text.length}, sha256:${digest}]`;
}
