/** Plans and outcomes of version 1, which had sentences: what of one may be shown to whom cannot be told any more. */
import { TEXT } from '../reason';
import { fromLines, fromWords } from '../storage/stored-reason';

type Stored = Readonly<Record<string, unknown>>;

/** Version 2 has reasons, and the changes as a member. */
export function planToReasons(stored: unknown): unknown {
  return { changes: (stored as readonly Stored[]).map(toReasons) };
}

function toReasons(change: Stored): Stored {
  const { changes, reason } = change;
  return {
    ...change,
    ...(Array.isArray(changes) ? { changes: changes.map(fromWords) } : {}),
    ...(reason === undefined ? {} : { reason: fromWords(reason) }),
  };
}

const SECTIONS = ['outOfScope', 'movedInJira', 'failed', 'conflicts', 'notices'];

/** Version 2 has reasons. */
export function outcomeToReasons(stored: unknown): unknown {
  const outcome = stored as Stored;
  const { refusal } = outcome;
  const sections = SECTIONS.flatMap((name) => {
    const remarks = outcome[name] as readonly Stored[] | undefined;
    return remarks === undefined ? [] : [[name, remarks.map(toRemark)] as const];
  });
  return {
    ...outcome,
    ...(refusal === undefined ? {} : { refusal: fromLines(refusal) }),
    ...Object.fromEntries(sections),
  };
}

/** Conflicts that a run could settle, and how. */
const SETTLED_BY: ReadonlyMap<unknown, readonly string[]> = new Map(
  Object.entries({
    'moved-apart': ['aws', 'jira'],
    'notes-edited': ['aws', 'jira'],
    'notes-doubled': ['aws', 'jira'],
    'notes-broken': ['aws'],
    'notes-nested': ['aws'],
  }),
);

function toRemark({ code, reason, ...remark }: Stored): Stored {
  const settledBy = SETTLED_BY.get(code);
  return { ...remark, code: TEXT, params: fromWords(reason).params, ...(settledBy ? { settledBy } : {}) };
}
