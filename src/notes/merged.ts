/** What becomes of a question's notes. The `words` are for a person. */
import type { BlockForm, ConflictReason } from './model';

export type Merged = Unchanged | Changed | Conflict | NoRoom;

/** Nothing to send. */
export interface Unchanged {
  readonly kind: 'unchanged';
}

export interface Changed {
  readonly kind: 'changed';
  /** The whole new notes. */
  readonly notes: string;
  readonly form: BlockForm;
}

/** Nothing is written until a person settles it: see `replaceEdited`. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly why: ConflictReason;
  readonly words: string;
}

/** Nothing is written: people's text leaves no room for even one line. */
export interface NoRoom {
  readonly kind: 'no-room';
  /** UTF-16 code units that a person would have to free. */
  readonly missing: number;
  readonly words: string;
}

const CONFLICT_WORDS: Readonly<Record<ConflictReason, string>> = {
  edited: 'Somebody edited the Jira status block in the notes. Choose which text stays.',
  broken: 'A marker line of the Jira status block in the notes is missing or damaged, or of another version.',
  doubled: 'The notes hold more than one Jira status block.',
  nested: 'The marker lines of the Jira status block in the notes are nested or out of order.',
};

export function conflict(why: ConflictReason): Conflict {
  return { kind: 'conflict', why, words: CONFLICT_WORDS[why] };
}

/** For markers that do not say where the block begins and ends: it cannot be replaced, only given up. */
export function unclearExtent(why: 'broken' | 'nested'): Conflict {
  const words = `${CONFLICT_WORDS[why]} What belongs to the block cannot be told: keep the text of the notes, or repair them in AWS.`;
  return { kind: 'conflict', why, words };
}

export function noRoom(missing: number): NoRoom {
  const characters = missing === 1 ? '1 character' : `${missing} characters`;
  return {
    kind: 'no-room',
    missing,
    words: `The notes are full: the shortest Jira status needs ${characters} more. Nothing was written.`,
  };
}
