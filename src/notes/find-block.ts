/** Where the block stands in a question's notes. */
import { checksum, markersIn, type Marker, type Span } from './marker';
import type { ConflictReason } from './model';

/** Notes taken apart: `before + separator + block + after` are the notes, byte for byte. */
export interface Place {
  readonly before: string;
  /** The blank line that belongs to the block. */
  readonly separator: string;
  /** With its markers. */
  readonly block: string;
  readonly after: string;
}

export type Found =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'intact' | 'edited' } & Place)
  | { readonly kind: Exclude<ConflictReason, 'edited'> };

/**
 * Finds the block, and never guesses:
 * - `edited`: what stands between the markers is not what the app wrote there;
 * - `broken`: a marker is missing, damaged or of another version;
 * - `doubled`: several blocks one after another;
 * - `nested`: markers within markers, or in the wrong order.
 */
export function findBlock(notes: string): Found {
  const markers = markersIn(notes);
  const [begin, end] = markers;
  if (begin === undefined) return { kind: 'none' };
  if (count(markers, 'begin') * 2 !== markers.length || count(markers, 'damaged') > 0)
    return { kind: 'broken' };
  if (!markers.every(({ kind }, nth) => kind === (nth % 2 === 0 ? 'begin' : 'end')))
    return { kind: 'nested' };
  if (markers.length > 2 || end?.kind !== 'end') return { kind: 'doubled' };
  const intact = checksum(notes.slice(begin.end, end.start)) === end.check;
  return { kind: intact ? 'intact' : 'edited', ...placeOf(notes, { start: begin.start, end: end.end }) };
}

/**
 * The notes around a block. A blank line before it is its separator, also where a tool made CRLF of it; but
 * not where a person's text goes on behind the block in the same line: taking it away would join two texts.
 */
export function placeOf(notes: string, { start, end }: Span): Place {
  const head = notes.slice(0, start);
  const after = notes.slice(end);
  const separator = /^(?:$|\r?\n)/.test(after) ? blankLineAtEnd(head) : '';
  return {
    before: head.slice(0, head.length - separator.length),
    separator,
    block: notes.slice(start, end),
    after,
  };
}

/** `text + '\n\n'` never ends in the CRLF form, whatever `text` ends in: so neither is mistaken for the other. */
function blankLineAtEnd(text: string): string {
  return ['\r\n\r\n', '\n\n'].find((blankLine) => text.endsWith(blankLine)) ?? '';
}

function count(markers: readonly Marker[], wanted: Marker['kind']): number {
  return markers.filter(({ kind }) => kind === wanted).length;
}
