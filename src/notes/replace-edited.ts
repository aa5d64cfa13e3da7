/** A conflict in a question's notes, as a person settled it. */
import { pairsOf, type Marker, type Span } from './marker';
import { mergeNotes, putBlock, type MergeOptions } from './merge';
import { conflict, settleable, type Merged } from './merged';
import type { Keep, QuestionStatus } from './model';
import { parseNotes, cutAt, type ParsedNotes } from './parse-notes';

/**
 * The notes after a person's decision:
 * - `aws`: only our markers go; what stood between them stays where it is as a person's text, and a new block
 *   is added at the end;
 * - `jira`: what stands between the markers is replaced; of several blocks the first place is kept.
 * A conflict that this decision does not end (`settleable`) stays. Notes that hold no conflict any more are
 * merged as usual.
 */
export function replaceEdited(
  parsed: ParsedNotes,
  status: QuestionStatus,
  { keep, ...options }: MergeOptions & { readonly keep: Keep },
): Merged {
  const { kind } = parsed.block;
  if (kind === 'none' || kind === 'intact') return mergeNotes(parsed, status, options);
  if (!settleable(parsed).includes(keep)) return conflict(kind);
  return keep === 'aws'
    ? mergeNotes(withoutMarkers(parsed), status, options)
    : replaceBlocks(parsed, status, options);
}

/** Of several blocks all but the first go; that one is written anew, also where it was intact. */
function replaceBlocks(parsed: ParsedNotes, status: QuestionStatus, options: MergeOptions): Merged {
  const { remembered, ...own } = parsed.own;
  const [first, ...later] = pairsOf(parsed.markers).map(([begin, end]) => ({
    start: begin.start,
    end: end.end,
  }));
  if (first === undefined) return conflict('broken');
  const text = later.reduceRight(withoutBlock, parsed.text);
  const merged = putBlock({ ...cutAt(text, first), block: '' }, status, parsed.own, options);
  // Where a block went, what stood around it may come together as a marker.
  const isClear = merged.kind !== 'changed' || parseNotes(merged.notes, own).block.kind === 'intact';
  return isClear ? merged : conflict('broken');
}

function withoutBlock(text: string, span: Span): string {
  const { before, after } = cutAt(text, span);
  return before + after;
}

/**
 * What is left may come together as another marker of ours, so until there is none. What is remembered spoke of
 * the markers that are gone by then: it lays no claim to those of others.
 */
function withoutMarkers(parsed: ParsedNotes): ParsedNotes {
  const { remembered, ...own } = parsed.own;
  let left = parsed;
  while (left.markers.length > 0) left = parseNotes(left.markers.reduceRight(withoutMarker, left.text), own);
  return left;
}

/** A marker goes with the line end that parts it from the block's text; of a damaged one only the signs go. */
function withoutMarker(notes: string, { role, isWhole, start, end }: Marker): string {
  const head = notes.slice(0, start);
  const tail = notes.slice(end);
  if (!isWhole) return head + notes.slice(start, end).replace(/^=== ?/, '') + tail;
  return role === 'begin' ? head + tail.replace(/^\r?\n/, '') : head.replace(/\r?\n$/, '') + tail;
}
