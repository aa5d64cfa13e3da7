/**
 * What of a run a person may see: security levels hide issues, and moves take them to projects that are not
 * for everybody. Decided on values, and closed where nothing is known. Pure: which issues are visible is asked
 * in Jira, as that person. Titles of issues that are still to be made, and of those that are gone, come from the
 * review and are for everybody who sees the run.
 */
import { withoutConnectionFacts } from '../connection/connection-facts';
import type { PlannedChange, Remark, RunOutcome } from '../contract';
import { inWords } from '../in-words';
import type { PlanRemarks } from '../plan/reasons';
import { isParamList, TEXT, type IssueRef, type Param, type Quote, type Reason } from '../reason';
import type { ReviewRemarks } from '../review-entries/reasons';
import type { SyncRemarks } from '../sync/reasons';
import { shownText } from './for-viewers';
import type { SECTIONS } from './naming';
import { because } from './visible-reasons';

/** A person, as far as it decides what they may see. */
export interface Viewer {
  /** Keys of the issues that Jira shows them. */
  readonly visible: ReadonlySet<string>;
  /** Jira's and AWS's own words are for admins of the project: what these say cannot be told beforehand. */
  readonly administers: boolean;
}

/** Who may see no issue, and no words of others. */
export const NOBODY: Viewer = { visible: new Set(), administers: false };

/**
 * - `alike`: it says the same of every issue, so it is told of a hidden one too, without key and title.
 * - `with-issue`: whoever sees the issue may see it, and everybody where it is about none.
 */
type Shown = 'alike' | 'with-issue';

/** What of a kind of remark may be shown. A remark that is not here is hidden from everybody. */
const SHOWN: Readonly<Record<RemarkCode, Shown>> = {
  'says-it-belongs': 'with-issue',
  'more-say-they-belong': 'with-issue',
  'made-again': 'with-issue',
  renamed: 'with-issue',
  'renamed-unclear': 'with-issue',
  twin: 'with-issue',
  'twin-touched': 'with-issue',
  'twin-epic': 'with-issue',
  'twin-removed': 'with-issue',
  'could-be-adopted': 'with-issue',
  'is-adopted': 'with-issue',
  adopts: 'with-issue',
  'lens-removed': 'alike',
  'question-withdrawn': 'alike',
  'practice-withdrawn': 'alike',

  'doubled-identity': 'with-issue',
  'moved-away': 'with-issue',
  'moved-where-closed': 'with-issue',
  'epic-apart': 'with-issue',
  'task-apart': 'with-issue',
  'wrong-level': 'with-issue',
  'deleted-in-jira': 'with-issue',
  uncertain: 'with-issue',
  'no-parent': 'with-issue',
  'outside-scope': 'with-issue',
  'text-edited': 'with-issue',
  'moved-apart': 'with-issue',
  'finished-apart': 'with-issue',
  'done-otherwise': 'with-issue',
  'done-in-jira': 'with-issue',
  'open-in-jira': 'with-issue',
  'below-epic': 'with-issue',

  'create-rejected': 'with-issue',
  'parent-not-created': 'with-issue',
  'create-lost': 'with-issue',
  'creates-stopped': 'with-issue',
  'uncertain-elsewhere': 'with-issue',
  'open-subtasks': 'with-issue',
  'write-refused': 'with-issue',
  'write-failed': 'with-issue',
  'changed-meanwhile': 'with-issue',
  'gone-meanwhile': 'with-issue',
  'stuck-on-the-way': 'with-issue',
  'closed-otherwise': 'with-issue',
  'resolution-stays': 'with-issue',
  'resolution-kept': 'with-issue',
  'would-keep-resolution': 'with-issue',
  'would-close-otherwise': 'with-issue',
  'way-not-tried': 'with-issue',
  'way-known': 'with-issue',
  'way-stuck': 'with-issue',
  'answer-failed': 'with-issue',
  'answer-only-read': 'with-issue',
  'choice-changed': 'with-issue',
  'changed-since-done': 'with-issue',
  'status-not-back': 'with-issue',
  'resolution-not-back': 'with-issue',
  'none-not-back': 'with-issue',
  'block-stays-out': 'with-issue',
  'block-stays': 'with-issue',
  'not-taken': 'with-issue',
  'notes-unread': 'with-issue',
  'notes-edited': 'with-issue',
  'notes-broken': 'with-issue',
  'notes-doubled': 'with-issue',
  'notes-nested': 'with-issue',
  'notes-newer': 'with-issue',
  'notes-full': 'with-issue',
  'notes-overwritten': 'with-issue',

  [TEXT]: 'with-issue',
};

export type RemarkCode = keyof PlanRemarks | keyof ReviewRemarks | keyof SyncRemarks | typeof TEXT;

/** The outcome without anything of issues that are not visible but their number. What is not named here is not passed. */
export function visibleOutcome(outcome: RunOutcome, viewer: Viewer): RunOutcome {
  const { kind, fingerprint, refusal, planned, planPages, created, updated, closed, reopened } = outcome;
  const { chosen, notesWritten, unchanged, calls } = outcome;
  const remarks = (section: (typeof SECTIONS)[number]) =>
    outcome[section].map((remark) => visibleRemark(remark, viewer));
  return {
    ...{ kind, fingerprint, planned, planPages, created, updated, closed, reopened },
    ...{ chosen, notesWritten, unchanged, calls },
    ...(refusal === undefined ? {} : { refusal: refusal.map((reason) => visibleReason(reason, viewer)) }),
    outOfScope: remarks('outOfScope'),
    movedInJira: remarks('movedInJira'),
    failed: remarks('failed'),
    conflicts: remarks('conflicts'),
    notices: remarks('notices'),
    proposals: remarks('proposals'),
  };
}

export function visibleRemark(remark: Remark, viewer: Viewer): Remark {
  const { key, title, code, texts, settledBy, proposal } = remark;
  const shown = Object.hasOwn(SHOWN, code) ? SHOWN[code as RemarkCode] : undefined;
  if (shown !== undefined && (key === undefined || viewer.visible.has(key))) {
    return {
      ...(key === undefined ? {} : { key }),
      title,
      ...visibleReason(remark, viewer),
      ...(texts ? { texts } : {}),
      ...(settledBy ? { settledBy } : {}),
      ...(proposal ? { proposal } : {}),
    };
  }
  return { title: hiddenTitle(), ...(shown === 'alike' ? { code, params: {} } : because('hidden')) };
}

/** In place of the title of an issue that is not visible. */
export function hiddenTitle(): string {
  return inWords(because('hidden-title'));
}

/** The changes without anything of issues that are not visible but what kind of change it is. */
export function visibleChanges(changes: readonly PlannedChange[], viewer: Viewer): PlannedChange[] {
  return changes.map((change) => {
    if (change.kind === 'create') return change;
    return change.key !== undefined && viewer.visible.has(change.key) ? seen(change, viewer) : hidden(change);
  });
}

type OfIssue = Exclude<PlannedChange, { kind: 'create' }>;

function seen(change: OfIssue, viewer: Viewer): PlannedChange {
  switch (change.kind) {
    case 'update':
      return { ...change, changes: change.changes.map((each) => visibleReason(each, viewer)) };
    case 'close':
    case 'reopen':
    case 'resolve':
    case 'choose':
      return { ...change, reason: visibleReason(change.reason, viewer) };
    case 'notes':
      return change;
  }
}

function hidden(change: OfIssue): PlannedChange {
  const title = hiddenTitle();
  const reason = because('hidden');
  switch (change.kind) {
    case 'update':
      return { kind: change.kind, title, changes: [] };
    case 'close':
    case 'reopen':
      return { kind: change.kind, title, reason };
    case 'resolve':
      return { kind: change.kind, title, means: change.means, reason };
    case 'choose':
      return { kind: change.kind, title, status: change.status, reason };
    case 'notes':
      // Its title is the question's, which everybody who sees the run may know.
      return { kind: change.kind, title: change.title, what: change.what };
  }
}

/**
 * The reason without keys of issues that are not visible, and, for who does not administer the project, without
 * words of others. What of an error of AWS is the connection's is nobody's here.
 */
export function visibleReason({ code, params }: Reason, viewer: Viewer): Reason {
  if (code === TEXT && !viewer.administers) return because('for-admins');
  const shown = Object.entries(params).map(([name, param]) => [name, visibleParam(param, viewer)] as const);
  return { code, params: Object.fromEntries(shown) };
}

function visibleParam(param: Param, viewer: Viewer): Param {
  if (typeof param === 'number') return param;
  return isParamList(param) ? param.map((item) => visibleItem(item, viewer)) : visibleItem(param, viewer);
}

function visibleItem<T extends string | number | IssueRef | Quote | Reason>(
  item: T,
  viewer: Viewer,
): T | string | Reason;
function visibleItem(item: string | number | IssueRef | Quote | Reason, viewer: Viewer): Param {
  if (typeof item === 'number') return item;
  if (typeof item === 'string') return shownText(item);
  if ('issueKey' in item) return viewer.visible.has(item.issueKey) ? item : because('hidden-issue');
  if ('code' in item) return visibleReason(item, viewer);
  return viewer.administers ? { ...item, quote: withoutConnectionFacts(item.quote) } : because('for-admins');
}
