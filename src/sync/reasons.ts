/** Every reason that a run of the engine gives beside those of its plan; `words/en/sync.ts` has the words. */
import type { Trace } from '../jira/model';
import type { ConflictReason } from '../notes/model';
import { reasonsOf, type IssueRef, type None, type Reason } from '../reason';

/** What is told of an issue or of a question: each has a row in `use-cases/visible.ts`. */
export interface SyncRemarks extends Readonly<Record<`notes-${ConflictReason}`, None>> {
  // Why an issue was not made or not changed.
  'create-rejected': { readonly because: Reason };
  'parent-not-created': None;
  /** `times`: creates in a row that had it; `because`: what came in place of the last answer. */
  'create-lost': { readonly times: number; readonly because: Reason };
  /** `creates`: in a row, of any issues. */
  'creates-stopped': { readonly creates: number; readonly because: Reason };
  'uncertain-elsewhere': None;
  'open-subtasks': { readonly children: number };
  'write-refused': { readonly because: Reason };
  'write-failed': { readonly because: Reason };
  // Between this run's reading of an issue and the write.
  'changed-meanwhile': None;
  'gone-meanwhile': None;
  /** One like it got stuck. */
  'way-not-tried': None;
  /** `status`: the name of the one where the issue stands now. */
  'stuck-on-the-way': { readonly status: string; readonly because: Reason };

  // A resolution that is not as it should be: the workflow offers no way to that.
  'closed-otherwise': { readonly how: Reason; readonly means: 'implemented' | 'notApplicable' };
  'resolution-stays': { readonly how: Reason; readonly means: 'implemented' | 'notApplicable' };
  'resolution-kept': { readonly resolution: string };
  // The same, foreseen of issues of a type.
  'would-keep-resolution': { readonly type: string; readonly issues: number };
  'would-close-otherwise': {
    readonly type: string;
    readonly issues: number;
    readonly means: 'implemented' | 'notApplicable';
  };

  // Issues that bear the mark of the review, and are not those that the app made for it.
  'says-it-belongs': None;
  /** `atLeast`: not all of them were counted. */
  'more-say-they-belong': { readonly issues: number; readonly atLeast: 'yes' | 'no' };

  // An issue that was there, is not found, and is made once more.
  'made-again': None;

  // An issue whose item a new version of a lens calls otherwise; names are the source's ids.
  renamed: { readonly from: string; readonly to: string; readonly is: 'taken' | 'left' | 'open' };
  /** `items`: new ones of its title. */
  'renamed-unclear': { readonly items: number };

  // Issues that the app made twice; `of`: the one that stays.
  twin: { readonly of: IssueRef; readonly taken: 'yes' | 'no' };
  'twin-touched': { readonly of: IssueRef; readonly by: readonly Reason[] };
  'twin-epic': { readonly twin: IssueRef; readonly of: IssueRef };
  /** `twin`: its key, which names nothing any more. */
  'twin-removed': { readonly of: IssueRef; readonly twin: string };

  // Issues that an earlier installation may have made; `creator` is a name, or `none` that Jira knows.
  'could-be-adopted': { readonly creator: string };
  'is-adopted': { readonly creator: string };
  adopts: { readonly issues: number };

  // By which way issues of a type go, or one of them got stuck: names of statuses in their order.
  'way-known': {
    readonly kind: 'close' | 'reopen';
    readonly type: string;
    readonly issues: number;
    readonly steps: readonly string[];
  };
  'way-stuck': { readonly type: string; readonly issues: number; readonly steps: readonly string[] };

  // What stands in the way of an answer or of its notes.
  'answer-failed': { readonly because: Reason };
  /** The connection of the workload may only read. */
  'answer-only-read': None;
  'choice-changed': None;
  /** What is to be put back is not as the app left it any more. */
  'changed-since-done': None;
  /** It was put back, but for this; names are Jira's, a resolution can be `none`. */
  'status-not-back': { readonly was: string; readonly is: string };
  'resolution-not-back': { readonly was: string; readonly is: string };
  /** A practice of the question is selected. */
  'none-not-back': None;
  /** The status of a Task that is gone. */
  'block-stays-out': None;
  /** The status of a Task that is not found; whether it is gone nobody knows. */
  'block-stays': None;
  /** AWS answered a write, and with something else than was written. */
  'not-taken': { readonly what: 'choice' | 'notes' };
  'notes-unread': { readonly workload: string; readonly because: Reason };
  /** `missing`: UTF-16 code units that a person would have to free. */
  'notes-full': { readonly missing: number };
  'notes-overwritten': { readonly by: 'conformity' | 'other' };
}

/** What a run is doing. */
export interface SyncSteps {
  preparing: None;
  reading: None;
  'creating-issues': None;
  'updating-issues': None;
  'closing-issues': None;
  'reopening-issues': None;
  'resolving-issues': None;
  'writing-answers': None;
  /** Where no choice changes. */
  'writing-notes': None;
  'putting-back': None;
}

export type Step = keyof SyncSteps;

export interface SyncReasons extends SyncRemarks, SyncSteps {
  // Why nothing is applied.
  'workload-elsewhere': None;
  /** `there`: linked issues, those among them. */
  'issues-gone': { readonly gone: number; readonly there: number };
  /** Ids that Jira has and did not answer with. */
  'issues-left-out': { readonly issues: readonly string[] };
  'adopt-or-make-new': { readonly issues: number };
  'adopted-twice': { readonly issues: readonly IssueRef[] };
  'issues-elsewhere': None;
  /** `statuses`: names with ids. */
  'several-done-statuses': {
    readonly where: 'here' | 'elsewhere';
    readonly project: string;
    /** Of issues. */
    readonly type: string;
    readonly statuses: readonly string[];
  };
  'changed-since-shown': None;

  // What only a person decides. `items`: pairs of an item withdrawn and a new one of its title.
  'renamed-undecided': { readonly items: number };

  // What people left on an issue.
  trace: { readonly trace: Trace };

  // Why a run ends.
  'made-unreadable': { readonly issues: readonly IssueRef[] };
  'run-without-workload': None;
  'run-without-project': None;
  'run-in-archived-project': { readonly project: string };

  // Why automatic mode waits; `hours`: until it asks for them again.
  'creates-given-up': { readonly issues: number; readonly hours: number };
  'no-answer': None;

  // Why a run waits.
  'answer-lost': { readonly because: Reason };
  'may-still-be-made': { readonly issues: number };
  'time-is-up': None;
  'requests-used': None;
}

/** A reason of the table with its params. */
export const because = reasonsOf<SyncReasons>();
