/** A question's notes, taken apart for a reader. */
import { findBlock } from './find-block';
import { withLf } from './marker';

export interface SplitNotes {
  /** What people wrote before and after the block, or all of it where no block is found for sure. */
  readonly people: string;
  /** Without its marker lines. */
  readonly block?: string;
}

export function splitNotes(notes: string): SplitNotes {
  const found = findBlock(notes);
  if (found.kind !== 'intact' && found.kind !== 'edited') return { people: notes.trim() };
  const parts = [found.before, found.after].map((part) => part.trim()).filter((part) => part !== '');
  return {
    people: parts.join('\n\n'),
    block: withLf(found.block).split('\n').slice(1, -1).join('\n'),
  };
}
