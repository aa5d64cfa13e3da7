/** The status of a question's issues, merged into the notes that people keep there. */
import { findBlock, type Place } from './find-block';
import { fitBlock, NOTES_LIMIT } from './fit';
import { withLf } from './marker';
import { conflict, noRoom, type Conflict, type Merged, type Unchanged } from './merged';
import type { QuestionStatus } from './model';

/** Between a person's text and a new block. The block owns it. */
const SEPARATOR = '\n\n';

export interface MergeOptions {
  /** The longest notes, in UTF-16 code units. */
  readonly limit?: number;
}

export type Removed = Unchanged | Conflict | { readonly kind: 'changed'; readonly notes: string };

/**
 * The notes with the block telling `status`. Promises: everything outside the block stays byte for byte; a
 * block stays where a person moved it, a new one goes to the end; the result is never over the limit and
 * holds one block; merging again changes nothing. `unchanged` means that there is nothing to send.
 */
export function mergeNotes(
  current: string | undefined,
  status: QuestionStatus,
  options: MergeOptions = {},
): Merged {
  const notes = current ?? '';
  const found = findBlock(notes);
  if (found.kind === 'none') return putBlock(endOf(notes), status, options);
  return found.kind === 'intact' ? putBlock(found, status, options) : conflict(found.kind);
}

/**
 * The notes without the block and its separator, for a workload that is linked no more: after a merge into
 * notes without a block these are the notes from before. An edited block is a conflict, not removed.
 */
export function removeBlock(current: string | undefined): Removed {
  const found = findBlock(current ?? '');
  if (found.kind === 'none') return { kind: 'unchanged' };
  return found.kind === 'intact'
    ? { kind: 'changed', notes: found.before + found.after }
    : conflict(found.kind);
}

/** Puts the block that fits at its place, instead of the one that stands there. */
export function putBlock(
  { before, separator, block, after }: Place,
  status: QuestionStatus,
  { limit = NOTES_LIMIT }: MergeOptions,
): Merged {
  const fitted = fitBlock(status, limit - before.length - separator.length - after.length);
  if (fitted.kind === 'no-room') return noRoom(fitted.missing);
  if (fitted.text === withLf(block)) return { kind: 'unchanged' };
  return { kind: 'changed', notes: before + separator + fitted.text + after, form: fitted.form };
}

function endOf(notes: string): Place {
  return { before: notes, separator: notes === '' ? '' : SEPARATOR, block: '', after: '' };
}
