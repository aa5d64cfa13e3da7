/** The two lines between which a block stands in a question's notes. */
import { knownVersion } from './versions';

/** From `start` up to `end` in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line that is, or began as, one of the two. */
export interface Marker extends Span {
  readonly role: 'begin' | 'end';
  readonly version: number;
  /** The installation that it names. */
  readonly installation: string | undefined;
  /** Whether all of it is as its version writes it; of a damaged one the span is what begins as a marker does. */
  readonly isWhole: boolean;
  /** Of a whole closing line. */
  readonly check: string | undefined;
}

/**
 * Anything that begins as a marker does, in whatever case: what every version keeps to, the unknown ones too.
 * No marker spans lines.
 */
const HEAD = /=== ?(end of )?Jira status v(\d{1,9})(?: ([0-9a-f]{8})(?![0-9a-z]))?/gi;

/** Longer than any marker. */
const LONGEST = 100;

/** Every marker of the text, damaged ones too, in order and without overlap. */
export function markersIn(notes: string): readonly Marker[] {
  const markers: Marker[] = [];
  let from = 0;
  for (const match of notes.matchAll(HEAD)) {
    // The signs at the end of a marker may stand where another seems to begin.
    if (match.index < from) continue;
    const marker = readMarker(notes, match);
    markers.push(marker);
    from = marker.end;
  }
  return markers;
}

function readMarker(notes: string, match: RegExpExecArray): Marker {
  const [head, endOf, digits = '', name] = match;
  const start = match.index;
  const role = endOf === undefined ? 'begin' : 'end';
  const version = Number(digits);
  const whole = knownVersion(version)?.[role].exec(notes.slice(start, start + LONGEST));
  return {
    role,
    version,
    installation: name?.toLowerCase(),
    isWhole: Boolean(whole),
    check: whole?.[1],
    start,
    end: start + (whole?.[0] ?? head).length,
  };
}

/** Markers that open and close one block, if all are in order: each opening one that a closing one follows. */
export function pairsOf(markers: readonly Marker[]): readonly (readonly [begin: Marker, end: Marker])[] {
  return markers.flatMap((begin, nth) => {
    const end = markers[nth + 1];
    return begin.role === 'begin' && end?.role === 'end' ? [[begin, end] as const] : [];
  });
}
