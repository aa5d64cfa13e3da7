/** A question's notes, parsed once for everything that is decided about them. */
import type { OwnQuestion } from './installation';
import { markersIn, pairsOf, type Marker, type Span } from './marker';
import type { ConflictReason } from './model';
import { ownMarkers } from './own-markers';
import { knownVersion, NEWEST } from './versions';
import { withLf } from './written-block';

/** Notes taken apart: `before + separator + block + after` are the notes, byte for byte. */
export interface CutNotes {
  readonly before: string;
  /** The blank line that belongs to the block. */
  readonly separator: string;
  /** With its markers. */
  readonly block: string;
  readonly after: string;
}

/** This installation's block: never guessed. */
export type OwnBlock =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'intact' | 'edited' } & CutNotes)
  | { readonly kind: Exclude<ConflictReason, 'edited'> };

export interface ParsedNotes {
  /** The notes, byte for byte. Blocks of other installations are people's text. */
  readonly text: string;
  readonly own: OwnQuestion;
  readonly block: OwnBlock;
  /** Ours, in order. */
  readonly markers: readonly Marker[];
}

export function parseNotes(notes: string | undefined, own: OwnQuestion): ParsedNotes {
  const text = notes ?? '';
  const all = markersIn(text);
  const markers = ownMarkers(text, all, own);
  return { text, own, block: blockOf(text, markers, all), markers };
}

function blockOf(text: string, markers: readonly Marker[], all: readonly Marker[]): OwnBlock {
  const [begin, end] = markers;
  if (begin === undefined) return { kind: 'none' };
  const damage = damageOf(markers, all);
  if (damage !== undefined || end === undefined) return { kind: damage ?? 'broken' };
  const inner = withLf(text.slice(begin.end, end.start));
  const isIntact = knownVersion(end.version)?.check(inner) === end.check;
  const span = { start: begin.start, end: end.end };
  return { kind: isIntact ? 'intact' : 'edited', ...cutAt(text, span) };
}

/** Why the markers are not those of one block. */
function damageOf(
  markers: readonly Marker[],
  all: readonly Marker[],
): Exclude<ConflictReason, 'edited'> | undefined {
  if (markers.some(({ version, installation }) => installation !== undefined && version > NEWEST.version))
    return 'newer';
  const begins = markers.filter(({ role }) => role === 'begin').length;
  if (begins * 2 !== markers.length || markers.some(({ isWhole }) => !isWhole)) return 'broken';
  const pairs = pairsOf(markers);
  if (pairs.length !== begins) return 'nested';
  if (pairs.some(([begin, end]) => begin.version !== end.version)) return 'broken';
  const strangers = all.filter((marker) => !markers.includes(marker));
  if (pairs.some(([begin, end]) => strangers.some(({ start }) => begin.start < start && start < end.start)))
    return 'nested';
  return pairs.length > 1 ? 'doubled' : undefined;
}

/**
 * The notes around a block. A blank line before it is its separator, also where a tool made CRLF of it; but
 * not where a person's text goes on behind the block in the same line: taking it away would join two texts.
 */
export function cutAt(notes: string, { start, end }: Span): CutNotes {
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
