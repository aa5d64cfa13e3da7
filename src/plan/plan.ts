/** The plan: what a sync will do, decided without I/O, clock or randomness. */
import type { IssuePatch } from '../jira/jira';
import type { OurIssue } from '../jira/model';
import type { EffectiveSettings, Scope, Selection } from '../settings/model';
import type { ChoiceUpdate, Review } from '../wellarchitected/model';
import type { Entry } from './entry';
import type { Link, SyncedState } from './link';

export interface PlanInput {
  readonly review: Review;
  readonly settings: PlanSettings;
  /** What holds for this run alone. */
  readonly run: RunOptions;
  /** Id of the project that new issues go to. */
  readonly projectId: string;
  /** Ids of the projects that the app may write to; an issue that was moved elsewhere is left alone. */
  readonly servedProjects: readonly string[];
  /** Every issue that carries this workload's identity, doubles included. */
  readonly issues: readonly OurIssue[];
  /** By `identityKey`. */
  readonly links: ReadonlyMap<string, Link>;
  /** Identity keys whose create may still be under way: not created again. */
  readonly uncertain: ReadonlySet<string>;
}

/** The settings that decide about changes. */
export type PlanSettings = Pick<
  EffectiveSettings,
  'scope' | 'selection' | 'parentsFollow' | 'resolveSelects'
>;

export interface RunOptions {
  readonly scope?: Scope;
  readonly selection: Selection;
  readonly recreate: boolean;
  /** Conflicts that a person settled, by issue key: whose side stays. */
  readonly settle?: ReadonlyMap<string, Keep>;
}

/** Whose side of a conflict stays. */
export type Keep = 'aws' | 'jira';

export interface Plan {
  /** In the order they are applied. */
  readonly changes: readonly Change[];
  /** Every matched issue that the run considers, changed or not: what is remembered after the run. */
  readonly matched: readonly Matched[];
  readonly remarks: Remarks;
  readonly unchanged: number;
  /** Equal plans, and only these, have equal fingerprints. */
  readonly fingerprint: string;
  /** Why the plan is implausible; it is then applied only on confirmation. */
  readonly refusal: string | undefined;
}

export type Change = Create | Update | Move | Choose;

export interface Create {
  readonly kind: 'create';
  readonly entry: Entry;
  /** A Sub-task lives in its parent's project, which can be another one after a move. */
  readonly projectId: string;
  /** Work that is already finished in the review: the issue is closed right after it is made. */
  readonly thenClose?: string;
}

export interface Update {
  readonly kind: 'update';
  readonly entry: Entry;
  readonly issue: OurIssue;
  readonly patch: IssuePatch;
  /** What changes, in words. */
  readonly words: readonly string[];
}

export interface Move {
  readonly kind: 'close' | 'reopen';
  readonly entry: Entry;
  readonly issue: OurIssue;
  readonly reason: string;
  /** Ids of its children that this run closes first; the issue stays open if one of them does. */
  readonly after: readonly string[];
}

/** Jira's "done", told to AWS: a choice of an answer changes. */
export interface Choose {
  readonly kind: 'choose';
  readonly entry: Entry;
  readonly issue: OurIssue;
  readonly update: ChoiceUpdate;
  readonly reason: string;
}

/** An issue and its entry, with what the comparison found. */
export interface Matched {
  readonly entry: Entry;
  readonly issue: OurIssue;
  readonly link: Link | undefined;
  /** The link to remember if every change of this issue succeeds, and if none does. */
  readonly memory: Memory;
}

export interface Memory {
  /** What to remember of texts and labels, with and without the update. */
  readonly texts: { readonly updated: WrittenTexts; readonly kept: WrittenTexts };
  readonly synced: DoneMemory;
}

/** What to remember of "done", with and without the move of the one side that follows the other. */
export interface DoneMemory {
  readonly moved: SyncedState;
  readonly kept: SyncedState;
}

export type WrittenTexts = Pick<Link, 'summary' | 'descriptionHash' | 'labels'>;

export interface Remarks {
  readonly outOfScope: readonly Remark[];
  /** Done in Jira and open in the review, or the other way round, by people's hand: told, not undone. */
  readonly movedInJira: readonly Remark[];
  readonly conflicts: readonly Remark[];
  /** Issues that ought to be made and cannot, each with the reason. */
  readonly blocked: readonly Remark[];
}

/** One line about one issue, for a person. */
export interface Remark {
  readonly key?: string;
  readonly title: string;
  readonly code: string;
  readonly reason: string;
  readonly texts?: readonly TextDifference[];
}

export interface TextDifference {
  readonly field: 'title' | 'description';
  /** What the app last wrote, where it is known. */
  readonly old?: string;
  readonly new: string;
  readonly theirs: string;
}
