/** A question's notes, taken apart for a reader. */
import type { Installation } from './installation';
import { markersIn } from './marker';
import { parseNotes, type ParsedNotes } from './parse-notes';
import { withLf } from './written-block';

export interface SplitNotes {
  /** What people wrote before and after our block, or before and after all that may be of it. */
  readonly people: string;
  /** Without its marker lines. Where it is damaged, people's text that stands between its parts is with it. */
  readonly block?: string;
}

/** Any digest: a block of version 1 may be ours, and is rather taken for it than shown as people's text. */
const SOME_BLOCK = '';

export function splitNotes(notes: string, { installation, siteUrl }: Installation): SplitNotes {
  const parsed = parseNotes(notes, { installation, siteUrl, remembered: SOME_BLOCK });
  const { block } = parsed;
  if (block.kind === 'none') return { people: notes.trim() };
  if (block.kind === 'intact' || block.kind === 'edited')
    return { people: joined(block.before, block.after), block: inner(block.block) };
  return splitDamaged(parsed);
}

/** From where the block may begin to where it may end: a marker without its other half opens or closes all of that side. */
function splitDamaged({ text, markers }: ParsedNotes): SplitNotes {
  const [first, last] = [markers[0], markers.at(-1)];
  const start = first?.role === 'begin' ? first.start : 0;
  const end = last?.role === 'end' ? last.end : text.length;
  return { people: joined(text.slice(0, start), text.slice(end)), block: inner(text.slice(start, end)) };
}

function joined(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

function inner(block: string): string {
  return withLf(block)
    .split('\n')
    .filter((line) => markersIn(line).length === 0)
    .join('\n');
}
