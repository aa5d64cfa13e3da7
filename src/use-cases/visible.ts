/**
 * What of a run a person may see: security levels hide issues, and moves take them to projects that are not
 * for everybody. Pure: which issues are visible is asked in Jira, as that person. Titles of issues that are
 * still to be made, and of those that are gone, come from the review and are for everybody who sees the run.
 */
import type { PlannedChange, Remark, RunOutcome } from '../contract';

export const HIDDEN_TITLE = 'An issue that you may not see';
const HIDDEN_REASON = 'It is hidden from you, and so is what there is to say about it.';
const HIDDEN_KEY = 'an issue that you may not see';

/** Codes whose reasons say the same of every issue: they quote nothing of this one. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'lens-removed',
  'question-withdrawn',
  'practice-withdrawn',
]);

/** The form of an issue key; `SHA-256` has it too, and nobody may see an issue of that name. */
const KEY = /\b[A-Z][A-Z0-9_]*-\d+\b/g;

type Visible = ReadonlySet<string>;

/** Keys of every issue that an outcome, changes or words name. */
export function keysIn({ outcome, changes = [], words = '' }: Naming): ReadonlySet<string> {
  const remarks = outcome ? SECTIONS.flatMap((section) => outcome[section]) : [];
  return new Set([
    ...remarks.flatMap(({ key, reason }) => [...(key === undefined ? [] : [key]), ...keysOf(reason)]),
    ...changes.flatMap((change) =>
      change.kind === 'create' || change.key === undefined ? [] : [change.key],
    ),
    ...keysOf(words),
    ...keysOf(outcome?.refusal ?? ''),
  ]);
}

interface Naming {
  readonly outcome?: RunOutcome | undefined;
  readonly changes?: readonly PlannedChange[] | undefined;
  readonly words?: string | undefined;
}

const SECTIONS = [
  'outOfScope',
  'movedInJira',
  'failed',
  'conflicts',
  'notices',
] as const satisfies (keyof RunOutcome)[];

/** The outcome without anything of issues that are not visible but their number. */
export function visibleRemarks(outcome: RunOutcome, visible: Visible): RunOutcome {
  const remarks = (section: readonly Remark[]) => section.map((remark) => visibleRemark(remark, visible));
  return {
    ...outcome,
    ...(outcome.refusal === undefined ? {} : { refusal: visibleWords(outcome.refusal, visible) }),
    outOfScope: remarks(outcome.outOfScope),
    movedInJira: remarks(outcome.movedInJira),
    failed: remarks(outcome.failed),
    conflicts: remarks(outcome.conflicts),
    notices: remarks(outcome.notices),
  };
}

/** The changes without anything of issues that are not visible but what kind of change it is. */
export function visibleChanges(changes: readonly PlannedChange[], visible: Visible): PlannedChange[] {
  return changes.map((change) => {
    if (change.kind === 'create' || (change.key !== undefined && visible.has(change.key))) return change;
    return hidden(change);
  });
}

function hidden(change: Exclude<PlannedChange, { kind: 'create' }>): PlannedChange {
  const title = HIDDEN_TITLE;
  switch (change.kind) {
    case 'update':
      return { kind: change.kind, title, changes: [] };
    case 'close':
    case 'reopen':
      return { kind: change.kind, title, reason: HIDDEN_REASON };
    case 'choose':
      return { kind: change.kind, title, status: change.status, reason: HIDDEN_REASON };
    case 'notes':
      // Its title is the question's, which everybody who sees the run may know.
      return { kind: change.kind, title: change.title, what: change.what };
  }
}

/** A sentence of the app or of Jira, without the keys of issues that are not visible. */
export function visibleWords(words: string, visible: Visible): string {
  return words.replace(KEY, (key) => (visible.has(key) ? key : HIDDEN_KEY));
}

/** A line of a block in a question's notes that is about an issue: its status, or where to find it. */
const LINE_OF = /^(?:\[[ x]\] (?:Task )?|https?:\/\/\S+\/browse\/)([A-Z][A-Z0-9_]*-\d+)(?=:|$)/;

/** Keys of the issues that a block tells about. */
export function keysInBlock(block: string): ReadonlySet<string> {
  return new Set(block.split('\n').flatMap((line) => LINE_OF.exec(line)?.[1] ?? []));
}

/** The block without its lines about issues that are not visible. */
export function visibleBlock(block: string, visible: Visible): string {
  const lines = block.split('\n').map((line) => {
    const key = LINE_OF.exec(line)?.[1];
    return key === undefined || visible.has(key) ? line : HIDDEN_TITLE;
  });
  return lines.join('\n');
}

function visibleRemark(remark: Remark, visible: Visible): Remark {
  const { key, code, reason } = remark;
  if (key === undefined || visible.has(key)) return { ...remark, reason: visibleWords(reason, visible) };
  return SAYS_NOTHING.has(code)
    ? { title: HIDDEN_TITLE, code, reason }
    : { title: HIDDEN_TITLE, code: 'hidden', reason: HIDDEN_REASON };
}

function keysOf(words: string): readonly string[] {
  return words.match(KEY) ?? [];
}
