/** What becomes of a question's notes: values, whose words others make. */
import type { ConflictReason, Detail, Keep } from './model';
import type { ParsedNotes } from './parse-notes';
import type { WrittenBlock } from './written-block';

export type Merged = Unchanged | Changed | Conflict | NoRoom;

/** Nothing to send. */
export interface Unchanged {
  readonly kind: 'unchanged';
  /** What to remember of the block that stands there. */
  readonly written: WrittenBlock;
}

export interface Changed {
  readonly kind: 'changed';
  /** The whole new notes. */
  readonly notes: string;
  /** How much the block tells. */
  readonly detail: Detail;
  /** What to remember once the notes are sent. */
  readonly written: WrittenBlock;
}

/** Nothing is written until a person settles it: see `replaceEdited`. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly why: ConflictReason;
  /** Which decisions of a person end it; with none of them the notes have to be repaired, or the app updated. */
  readonly settledBy: readonly Keep[];
}

/** Nothing is written: people's text leaves no room for even one line. */
export interface NoRoom {
  readonly kind: 'no-room';
  /** UTF-16 code units that a person would have to free. */
  readonly missing: number;
}

/** Markers that do not say where the block begins and ends leave it only to be given up. */
const SETTLED_BY: Readonly<Record<ConflictReason, readonly Keep[]>> = {
  edited: ['aws', 'jira'],
  doubled: ['aws', 'jira'],
  broken: ['aws'],
  nested: ['aws'],
  newer: [],
};

export function conflict(why: ConflictReason): Conflict {
  return { kind: 'conflict', why, settledBy: SETTLED_BY[why] };
}

/** The decisions of a person that end the conflict in these notes; none where there is no conflict. */
export function settleable({ block: { kind } }: ParsedNotes): readonly Keep[] {
  return kind === 'none' || kind === 'intact' ? [] : SETTLED_BY[kind];
}
