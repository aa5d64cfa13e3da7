/** A question's notes, taken apart for a reader. */
import type { OwnQuestion } from './installation';
import { markersIn } from './marker';
import { originOf, type BlockOrigin } from './origin';
import { parseNotes, type ParsedNotes } from './parse-notes';
import { withLf } from './written-block';

export interface SplitNotes {
  /** What people wrote before and after our block, or before and after all that may be of it. */
  readonly people: string;
  readonly block?: {
    /** Without its marker lines. Where it is damaged, people's text that stands between its parts is with it. */
    readonly text: string;
    readonly origin: BlockOrigin;
  };
}

/** Any digest: a block of version 1 may be ours, and is rather taken for it than shown as people's text. */
const SOME_BLOCK = '';

export function splitNotes(notes: string, { installation, siteUrl, remembered }: OwnQuestion): SplitNotes {
  const parsed = parseNotes(notes, { installation, siteUrl, remembered: SOME_BLOCK });
  const { block } = parsed;
  if (block.kind === 'none') return { people: notes.trim() };
  const { people, text } =
    block.kind === 'intact' || block.kind === 'edited'
      ? { people: joined(block.before, block.after), text: inner(block.block) }
      : splitDamaged(parsed);
  return { people, block: { text, origin: originOf(block, remembered) } };
}

/** From where the block may begin to where it may end: a marker without its other half opens or closes all of that side. */
function splitDamaged({ text, markers }: ParsedNotes): { readonly people: string; readonly text: string } {
  const [first, last] = [markers[0], markers.at(-1)];
  const start = first?.role === 'begin' ? first.start : 0;
  const end = last?.role === 'end' ? last.end : text.length;
  return { people: joined(text.slice(0, start), text.slice(end)), text: inner(text.slice(start, end)) };
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
