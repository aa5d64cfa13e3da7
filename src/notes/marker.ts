/** The two lines between which a block stands in a question's notes. */
import { hash } from '../hash';

/** The version is that of the block's format: a marker of another version counts as damaged. */
export const BEGIN = '=== Jira status v1 (do not edit) ===';

/** Anything that begins as a marker does, in whatever case. No marker spans lines. */
const MARKER =
  /=== ?(?:Jira status v\d+(?: \(do not edit\) ===)?|end of Jira status v\d+(?:, check [0-9a-f]{16} ===)?)/gi;

const END = /^=== end of Jira status v1, check ([0-9a-f]{16}) ===$/;

/** A marker in a text, from `start` up to `end` in UTF-16 code units. */
export type Marker = Span &
  ({ readonly kind: 'begin' | 'damaged' } | { readonly kind: 'end'; readonly check: string });

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The closing line. `inner` is everything between the markers, line ends included. */
export function endMarker(inner: string): string {
  return `=== end of Jira status v1, check ${checksum(inner)} ===`;
}

/** A checksum that an edit changes; CRLF counts as LF, because tools convert the whole of the notes. */
export function checksum(inner: string): string {
  return hash(withLf(inner));
}

/** A block's text with the line ends that the app writes. */
export function withLf(block: string): string {
  return block.replaceAll('\r\n', '\n');
}

/** Every marker of the text, damaged ones too, in order and without overlap. */
export function markersIn(notes: string): readonly Marker[] {
  return Array.from(notes.matchAll(MARKER), (match) => {
    const [text] = match;
    const span = { start: match.index, end: match.index + text.length };
    const check = END.exec(text)?.[1];
    if (check !== undefined) return { kind: 'end', check, ...span };
    return { kind: text === BEGIN ? 'begin' : 'damaged', ...span };
  });
}
