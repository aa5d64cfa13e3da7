/** Entries chained by hash: each names its number and the hash of the one before it. Pure. */
import { createHash } from 'node:crypto';
import { canonicalJson, hash } from '../hash';

/** The newest entry of a chain, as its head remembers it. */
export interface ChainHead {
  readonly chain: string;
  /** Absent: of the whole site. */
  readonly projectId?: string;
  /** Entries that the chain ever had; the number of the newest. */
  readonly number: number;
  /** Of the newest entry; empty before the first. */
  readonly hash: string;
  /** Its position; empty before the first. */
  readonly position: string;
}

export interface Linked {
  readonly chain: string;
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
}

/** An entry as it stands in storage. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * Names the chain: a linked workload of a project, what else concerns a project, or the site. So whoever may read a
 * project's entries may check all of its chains.
 */
export function chainOf(projectId: string | undefined, workloadArn: string | undefined): string {
  if (projectId === undefined) return 'site';
  return workloadArn === undefined ? `project:${projectId}` : `workload:${projectId}:${hash(workloadArn)}`;
}

/** SHA-256 in hex of the entry's canonical JSON without its own hash. */
export function hashOf({ hash: _, ...entry }: Json): string {
  return createHash('sha256').update(canonicalJson(entry), 'utf8').digest('hex');
}

/** The entries one after another behind the head, and the head after them; in the order given. */
export function append<T extends Json & { readonly position: string }>(
  head: ChainHead,
  entries: readonly T[],
): { readonly head: ChainHead; readonly entries: readonly (T & Linked)[] } {
  let last = head;
  const linked = entries.map((entry) => {
    const { chain, number, hash: previous } = last;
    const next = { ...entry, chain, number: number + 1, previous };
    const done = { ...next, hash: hashOf(next) };
    last = { ...last, number: done.number, hash: done.hash, position: entry.position };
    return done;
  });
  return { head: last, entries: linked };
}

export type Flaw =
  /** What stands there is not what was written. */
  | { readonly kind: 'changed'; readonly position: string }
  /** Between it and the next older one that is there, entries are missing. */
  | { readonly kind: 'missing'; readonly position: string; readonly count: number }
  /** It does not follow upon the entry before it. */
  | { readonly kind: 'unlinked'; readonly position: string }
  /** The head knows of newer entries than there are. */
  | { readonly kind: 'newest-missing'; readonly position: string; readonly count: number };

/** What of an entry, or of a head, the next older entry has to fit. */
export interface Expected {
  /** Where that is asked; a head asks for the newest. */
  readonly position: string;
  readonly number: number;
  readonly hash: string;
  readonly isHead: boolean;
}

export function expectedOf({ position, number, hash: newest }: ChainHead): Expected {
  return { position, number, hash: newest, isHead: true };
}

/**
 * Checks a part of a chain against what follows it. A chain begins at its oldest kept entry: what that one follows upon
 * is not asked.
 *
 * @param entries as they stand in storage, the newest first
 * @param after what the newest of them has to fit: the head's, or what the part before left
 * @returns flaws, and what the next older part has to fit
 */
export function verify(
  entries: readonly (Json & { readonly position: string })[],
  after: Expected,
): { readonly flaws: readonly Flaw[]; readonly next: Expected } {
  const flaws: Flaw[] = [];
  let next = after;
  for (const entry of entries) {
    const { position, number, previous, hash: own } = entry as Json & Linked & { readonly position: string };
    if (own !== hashOf(entry)) flaws.push({ kind: 'changed', position });
    const count = next.number - number;
    if (count > 0)
      flaws.push({ kind: next.isHead ? 'newest-missing' : 'missing', position: next.position, count });
    else if (count < 0 || own !== next.hash) flaws.push({ kind: 'unlinked', position: next.position });
    next = { position, number: number - 1, hash: previous, isHead: false };
  }
  return { flaws, next };
}

/**
 * What is missing where the chain has no older entry: all of it where there is none but the head knows of some; nothing
 * where the oldest kept entry was reached.
 */
export function missingAtEnd(next: Expected): readonly Flaw[] {
  if (!next.isHead || next.number === 0) return [];
  return [{ kind: 'newest-missing', position: next.position, count: next.number }];
}
