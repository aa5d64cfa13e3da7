/** The plan: what a sync will do, decided without I/O, clock or randomness. */
import type { IssuePatch } from '../jira/model';
import type { Reason } from '../reason';
import type { DoneMeanings, Way } from './done-meaning';
import type { Entry, IssueOf, NewState, PropertyOf } from './entry';
import type { Link, Side, SyncedState } from './link';
import type { Places } from './places';
import type { Proposal, Proposals } from './proposals';
import type { Source } from './source';

export interface PlanInput<E extends Entry = Entry> {
  readonly source: Source<E>;
  readonly settings: PlanSettings;
  /** What holds for this run alone. */
  readonly run: RunOptions;
  /** Id of the project that new issues go to. */
  readonly projectId: string;
  /** Ids of the projects that the app may write to; an issue that was moved elsewhere is left alone. */
  readonly servedProjects: readonly string[];
  /** Absent where all issues stand in one project. */
  readonly places?: Places;
  /** Every issue that carries a property of this source, doubles included. */
  readonly issues: readonly IssueOf<E>[];
  /** By `Entry.key`. */
  readonly links: ReadonlyMap<string, Link>;
  /** What the run did not read of this source, as the last sync left it; absent where it read all. */
  readonly unread?: There | undefined;
  /** Keys of items whose create may still be under way: not created again. */
  readonly uncertain: ReadonlySet<string>;
  /** Keys of items that get no issue before a person decided something; absent: of none. */
  readonly held?: ReadonlySet<string>;
  /** Keys of items whose linked issue the tracker does not have: deleted or hidden. Others may be overlooked. */
  readonly gone: ReadonlySet<string>;
}

/** How many there are of what can change. The Epic counts for nothing: it follows all the others. */
export interface There {
  /** By Jira's side. */
  readonly issues: Readonly<Record<Side, number>>;
  /** Items with a state of their own, by the source's side. */
  readonly items: Readonly<Record<Side, number>>;
}

/** The settings that decide about changes. */
export interface PlanSettings {
  /** Whether Task and Epic follow their children in Jira. */
  readonly parentsFollow: boolean;
  /** What "done" in Jira says of an item; absent: nothing. */
  readonly resolveSelects?: DoneMeanings | undefined;
}

export interface RunOptions {
  /** Absent where nothing is remembered of the run: nothing was made by it. */
  readonly runId?: string;
  readonly recreate: boolean;
  /** Conflicts that a person settled, by issue key: whose side stays. */
  readonly settle?: ReadonlyMap<string, Keep>;
  /** Absent where nobody looks at the plan. */
  readonly proposals?: Proposals;
}

/** Whose side of a conflict stays. */
export type Keep = 'aws' | 'jira';

export interface Plan<E extends Entry = Entry> {
  /** In the order they are applied. */
  readonly changes: readonly Change<E>[];
  /** Every matched issue that the run considers, changed or not: what is remembered after the run. */
  readonly matched: readonly Matched<E>[];
  readonly remarks: Remarks;
  readonly unchanged: number;
  /** Equal plans, and only these, have equal fingerprints. */
  readonly fingerprint: string;
  /** Before the plan, whatever the run leaves out: what many changes at once are measured against. */
  readonly there: There;
  /** Why the plan is implausible as a whole; it is then applied only on confirmation. */
  readonly refusal: Reason | undefined;
}

export type Change<E extends Entry = Entry> = Create<E> | Update<E> | Move<E> | Resolve<E> | Choose<E>;

export interface Create<E extends Entry = Entry> {
  readonly kind: 'create';
  readonly entry: E;
  /** A Sub-task lives in its parent's project, which can be another one after a move. */
  readonly projectId: string;
  /** Work that is already finished in the source: the issue is closed right after it is made. */
  readonly thenClose?: Reason;
}

export interface Update<E extends Entry = Entry> {
  readonly kind: 'update';
  readonly entry: E;
  readonly issue: IssueOf<E>;
  readonly patch: IssuePatch<PropertyOf<E>>;
  /** Key of the entry below whose issue it is put; that issue may be one that the same plan makes. */
  readonly below?: string;
  /** What changes, for a person. */
  readonly changes: readonly Reason[];
}

export interface Move<E extends Entry = Entry> {
  readonly kind: 'close' | 'reopen';
  readonly entry: E;
  readonly issue: IssueOf<E>;
  readonly reason: Reason;
  /** Ids of its children that this run closes first; the issue stays open if one of them does. */
  readonly after: readonly string[];
}

/** The issue is done in another way than its item: how it is resolved follows the source. */
export interface Resolve<E extends Entry = Entry> {
  readonly kind: 'resolve';
  readonly entry: E;
  readonly issue: IssueOf<E>;
  readonly to: Way;
  readonly reason: Reason;
}

/** Jira's "done", told to the source: the state of an item changes. */
export interface Choose<E extends Entry = Entry> {
  readonly kind: 'choose';
  readonly entry: E;
  readonly issue: IssueOf<E>;
  readonly to: NewState;
  readonly reason: Reason;
}

/** An issue and its entry, with what the comparison found. */
export interface Matched<E extends Entry = Entry> {
  readonly entry: E;
  readonly issue: IssueOf<E>;
  readonly link: Link | undefined;
  /** The link to remember if every change of this issue succeeds, and if none does. */
  readonly memory: Memory;
}

export interface Memory {
  /** What to remember of texts and labels, with and without the update. */
  readonly texts: { readonly updated: WrittenTexts; readonly kept: WrittenTexts };
  readonly synced: DoneMemory;
}

/** What to remember of "done", with and without the change of the one side that follows the other. */
export interface DoneMemory {
  readonly moved: SyncedState;
  readonly kept: SyncedState;
}

export type WrittenTexts = Pick<Link, 'summary' | 'descriptionHash' | 'values' | 'labels'>;

export interface Remarks {
  readonly outOfScope: readonly Remark[];
  /** Done in Jira and open in the source, or the other way round, by people's hand: told, not undone. */
  readonly movedInJira: readonly Remark[];
  readonly conflicts: readonly Remark[];
  /** Issues that ought to be made and cannot, each with the reason. */
  readonly blocked: readonly Remark[];
  /** What the plan could do beside, done or not: a person decides. */
  readonly proposals: readonly Remark[];
}

/** One line about one issue, for a person. */
export interface Remark extends Reason {
  readonly key?: string;
  readonly title: string;
  readonly texts?: readonly TextDifference[];
  /** Of a conflict: which decisions of a person end it in a run; with none, people have to change something. */
  readonly settledBy?: readonly Keep[];
  readonly proposal?: Proposal;
}

export interface TextDifference {
  readonly field: 'title' | 'description';
  /** What the app last wrote, where it is known. */
  readonly old?: string;
  readonly new: string;
  readonly theirs: string;
}
