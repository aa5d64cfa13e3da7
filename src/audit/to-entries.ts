/** What is recorded, as the entries that storage takes. Pure. */
import type { Reason } from '../reason';
import { shortened, withParts } from '../reason-parts';
import { encode } from '../storage/decode';
import { chainOf, type Json } from './chain';
import { harmless } from './harmless';
import { limited } from './limited';
import { auditRecord, type Entry, type NewEntry } from './model';

/** Longest `change`, in UTF-16 code units of its JSON: a backstop for lists, all of whose items lines tell. */
export const LONGEST_CHANGE = 8000;

/** Lines of one entry, in bytes of JSON: with its head it stays far below Forge's 240 KiB. */
export const LINES_BYTES = 60_000;

/** The entries of a deed: one, or as many as its lines need. Without position and chain. */
export function toEntries(deed: NewEntry, actor: Entry['actor'], at: string): readonly Json[] {
  const { action, target, projectId, change, lines = [] } = deed;
  const parts = inParts(lines.map(ofLine));
  return parts.map((part, index) => {
    const entry: Entry = {
      ...{ at, actor, action, target: withParts(target, safe) },
      ...(projectId === undefined ? {} : { projectId }),
      change: shortened(
        withParts(change, (text) => limitedWords(harmless(text))),
        LONGEST_CHANGE,
      ),
      ...(part.length > 0 ? { lines: part } : {}),
      ...(parts.length > 1 ? { part: { number: index + 1, of: parts.length } } : {}),
    };
    return encode(auditRecord, undefined, entry) as Json;
  });
}

/** The chain of a deed: of the workload that it was done to, of its project, or of the site. */
export function chainOfDeed({ target, projectId }: Pick<NewEntry, 'target' | 'projectId'>): string {
  const { workload } = target.params;
  return chainOf(projectId, typeof workload === 'string' ? workload : undefined);
}

function ofLine(line: Reason): Reason {
  return withParts(line, safe);
}

function safe(text: string): string {
  return limited(harmless(text));
}

/** What a person wrote, such as why they accept a risk, has its limit where it comes in. */
const LONGEST_WORDS = 1000;

function limitedWords(text: string): string {
  return text.length <= LONGEST_WORDS ? text : limited(text);
}

function inParts(lines: readonly Reason[]): readonly (readonly Reason[])[] {
  const parts: Reason[][] = [[]];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line));
    if (bytes + size > LINES_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    bytes += size;
    parts.at(-1)?.push(line);
  }
  return parts;
}
