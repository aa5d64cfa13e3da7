/** The status of a question's issues, merged into the notes that people keep there. */
import { fitBlock, NOTES_LIMIT, type Standing } from './fit';
import type { OwnQuestion } from './installation';
import { conflict, type Conflict, type Merged } from './merged';
import type { QuestionStatus } from './model';
import type { ParsedNotes, CutNotes } from './parse-notes';
import { NEWEST } from './versions';
import { blockCheck, statusDigest, withLf } from './written-block';

/** Between a person's text and a new block. The block owns it. */
const SEPARATOR = '\n\n';

export interface MergeOptions {
  /** The longest notes, in UTF-16 code units. */
  readonly limit?: number;
}

export type Removed =
  { readonly kind: 'unchanged' } | { readonly kind: 'changed'; readonly notes: string } | Conflict;

/**
 * The notes with the block telling `status`. Promises: everything outside our block stays byte for byte, blocks
 * of other installations too; a block stays where a person moved it, a new one goes to the end; one of an
 * older version is replaced by the newest; the result is never over the limit and holds one block of ours;
 * merging again changes nothing, and other words for the same status alone do not either.
 */
export function mergeNotes(
  { text, block, own }: ParsedNotes,
  status: QuestionStatus,
  options: MergeOptions = {},
): Merged {
  if (block.kind === 'none') return putBlock(endOf(text), status, own, options);
  return block.kind === 'intact' ? putBlock(block, status, own, options) : conflict(block.kind);
}

/**
 * The notes without the block and its separator, for a workload that is linked no more: after a merge into
 * notes without a block these are the notes from before. An edited block is a conflict, not removed.
 */
export function removeBlock({ block }: ParsedNotes): Removed {
  if (block.kind === 'none') return { kind: 'unchanged' };
  return block.kind === 'intact'
    ? { kind: 'changed', notes: block.before + block.after }
    : conflict(block.kind);
}

/** Puts the block that fits at its place, instead of the one that stands there. */
export function putBlock(
  { before, separator, block, after }: CutNotes,
  status: QuestionStatus,
  own: OwnQuestion,
  { limit = NOTES_LIMIT }: MergeOptions,
): Merged {
  const digest = statusDigest(status);
  const room = limit - before.length - separator.length - after.length;
  const fitted = fitBlock(status, room, own.installation, asWritten(block, digest, own));
  if (fitted.kind === 'no-room') return fitted;
  const { detail, text } = fitted;
  const written = { digest, version: NEWEST.version, check: blockCheck(text), detail };
  if (text === withLf(block)) return { kind: 'unchanged', written };
  return { kind: 'changed', notes: before + separator + text + after, detail, written };
}

/** The block, if it is the one that the app wrote for this very status in the newest version. */
function asWritten(block: string, digest: string, { remembered }: OwnQuestion): Standing | undefined {
  if (remembered === undefined || typeof remembered === 'string') return undefined;
  const isOfToday = remembered.version === NEWEST.version && remembered.digest === digest;
  if (!isOfToday || remembered.check !== blockCheck(block)) return undefined;
  return { detail: remembered.detail, text: withLf(block) };
}

function endOf(notes: string): CutNotes {
  return { before: notes, separator: notes === '' ? '' : SEPARATOR, block: '', after: '' };
}
