/** A conflict in a question's notes, as a person settled it. */
import { findBlock, placeOf } from './find-block';
import { markersIn, type Marker } from './marker';
import { mergeNotes, putBlock, type MergeOptions } from './merge';
import { unclearExtent, type Merged } from './merged';
import type { QuestionStatus } from './model';

/** `theirs`: the text in the notes stays; `ours`: the app's block replaces what stands in its place. */
export type Keep = 'theirs' | 'ours';

/**
 * The notes after a person's decision:
 * - `theirs`: only the markers go; what stood between them stays where it is as a person's text, and a new
 *   block is added at the end;
 * - `ours`: what stands between the markers is replaced; of several blocks the first place is kept. Where
 *   the markers do not tell what the block is (`broken`, `nested`), the conflict stays.
 * Notes that hold no conflict any more are merged as usual.
 */
export function replaceEdited(
  current: string | undefined,
  status: QuestionStatus,
  { keep, ...options }: MergeOptions & { readonly keep: Keep },
): Merged {
  const notes = current ?? '';
  const found = findBlock(notes);
  if (found.kind === 'none' || found.kind === 'intact') return mergeNotes(notes, status, options);
  if (keep === 'theirs') return mergeNotes(withoutMarkers(notes), status, options);
  return replaceBlocks(notes, status, options);
}

/** Of several blocks all but the first go; that one is written anew, also where it was intact. */
function replaceBlocks(notes: string, status: QuestionStatus, options: MergeOptions): Merged {
  const found = findBlock(notes);
  if (found.kind === 'none') return mergeNotes(notes, status, options);
  if (found.kind === 'intact' || found.kind === 'edited')
    return putBlock({ ...found, block: '' }, status, options);
  return found.kind === 'doubled'
    ? replaceBlocks(withoutLastBlock(notes), status, options)
    : unclearExtent(found.kind);
}

function withoutLastBlock(notes: string): string {
  const [begin, end] = markersIn(notes).slice(-2);
  if (!begin || !end) return notes;
  const { before, after } = placeOf(notes, { start: begin.start, end: end.end });
  return before + after;
}

/** What is left may come together as another marker, so until there is none. */
function withoutMarkers(notes: string): string {
  let text = notes;
  for (let markers = markersIn(text); markers.length > 0; markers = markersIn(text))
    text = markers.reduceRight(withoutMarker, text);
  return text;
}

/** A marker goes with the line end that parts it from the block's text; of a damaged one only the signs go. */
function withoutMarker(notes: string, { kind, start, end }: Marker): string {
  const head = notes.slice(0, start);
  const tail = notes.slice(end);
  if (kind === 'begin') return head + tail.replace(/^\r?\n/, '');
  if (kind === 'end') return head.replace(/\r?\n$/, '') + tail;
  return head + notes.slice(start, end).replace(/^=== ?/, '') + tail;
}
