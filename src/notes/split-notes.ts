/** A question's notes, taken apart for a reader. */
import type { Installation } from './installation';
import { parseNotes } from './parse-notes';
import { withLf } from './written-block';

export interface SplitNotes {
  /** What people wrote before and after our block, or all of it where no block is found for sure. */
  readonly people: string;
  /** Without its marker lines. */
  readonly block?: string;
}

/** Any digest: a block of version 1 may be ours, and is rather taken for it than shown as people's text. */
const SOME_BLOCK = '';

export function splitNotes(notes: string, { installation, siteUrl }: Installation): SplitNotes {
  const { block } = parseNotes(notes, { installation, siteUrl, remembered: SOME_BLOCK });
  if (block.kind !== 'intact' && block.kind !== 'edited') return { people: notes.trim() };
  const parts = [block.before, block.after].map((part) => part.trim()).filter((part) => part !== '');
  return {
    people: parts.join('\n\n'),
    block: withLf(block.block).split('\n').slice(1, -1).join('\n'),
  };
}
