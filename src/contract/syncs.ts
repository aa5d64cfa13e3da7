/** Starting a run, watching it, and what it did. */
import type { Reason } from '../reason';
import type { Scope, Selection } from '../settings/model';

export type { Param, Reason } from '../reason';

export interface StartSync {
  projectKey: string;
  /** Must be linked to the project. */
  workloadArn: string;
  mode: 'preview' | 'sync';
  /** For this run alone; otherwise the link's setting holds. */
  scope?: Scope;
  /** For this run alone; never stored. */
  selection?: Selection;
  /** Create issues again that were deleted in Jira. */
  recreate?: boolean;
  /** The plan that the person saw; another one is shown, not applied. Without it the run applies what it finds. */
  fingerprint?: string;
  /** Conflicts that the person settled: whose side stays. */
  settle?: { issueKey: string; keep: 'aws' | 'jira' }[];
  /** Apply even a plan that the safety check refuses. */
  confirm?: boolean;
  /**
   * Take the Jira status out of the notes of questions whose Task is not found: deleted and hidden look alike. Of
   * the whole workload: with a selection it does nothing.
   */
  removeBlocks?: boolean;
  /** Put back what runs changed within the day, where nobody changed it since; the run does nothing else. */
  putBack?: boolean;
  /** What becomes of issues that an earlier installation of the app may have made. */
  adoption?: 'adopt' | 'make-new';
  /** What the person decided of what plans propose; see `RunOutcome.proposals`. */
  proposals?: ProposalDecision[];
}

/**
 * - `below-epic`: a Task without a parent is put below its Epic.
 * - `renamed`: the issue of an item that the review withdrew becomes that of one of the same title.
 * - `twin`: of two issues for one item the newer is removed, which nobody has touched.
 */
export type ProposalKind = 'below-epic' | 'renamed' | 'twin';

export interface ProposalDecision {
  kind: ProposalKind;
  issueKey: string;
  take: boolean;
}

export type RunState = 'queued' | 'running' | 'waiting' | 'done' | 'failed';

export interface RunView {
  id: string;
  state: RunState;
  mode: 'preview' | 'sync';
  /** It puts back what runs changed within the day, and does nothing else. */
  putBack?: true;
  workloadName: string;
  /** What the run is doing. */
  step: Reason;
  progress: { done: number; total: number };
  /** The same by step, in the order in which they are taken, once there is a plan. */
  steps?: RunStep[];
  /** Of the step under way, if it goes on as it went; absent where nothing is known of that. */
  secondsLeft?: number;
  /** ISO 8601: of a run that waits, when it goes on. */
  waitsUntil?: string;
  /** Why a run failed or waits. */
  message?: Reason;
  outcome?: RunOutcome;
}

export interface RunStep {
  step: Reason;
  done: number;
  total: number;
}

/**
 * How a run ended. Only `applied` and `stopped` wrote anything; `changed-since`: the plan is not the one that was
 * confirmed; `refused`: the safety check finds it implausible; `blocked`: it cannot work, and nothing was tried;
 * `stopped`: the run failed, or a person ended it, and this was done until then; `RunView.message` says why.
 */
export interface RunOutcome {
  kind: 'previewed' | 'applied' | 'changed-since' | 'refused' | 'blocked' | 'stopped';
  fingerprint: string;
  /**
   * Why it was refused or blocked; of a preview, why the safety check would refuse it; of what was applied, why a part
   * of the plan waits for a person.
   */
  refusal?: Reason[];
  planned: PlanCounts;
  /** Pages of `sync.plan`, numbered from 0. */
  planPages: number;
  created: { epics: number; tasks: number; subtasks: number };
  /** Issues whose texts, labels, property or resolution changed. */
  updated: number;
  closed: number;
  reopened: number;
  /** Choices of answers that were changed in AWS. */
  chosen: number;
  /** Questions whose notes were changed. */
  notesWritten: number;
  unchanged: number;
  outOfScope: Remark[];
  /** Moved by people in Jira since the last sync: told, not undone. */
  movedInJira: Remark[];
  failed: Remark[];
  conflicts: Remark[];
  /** What a person should know and need not settle. */
  notices: Remark[];
  /** What the plan could do beside, done or not; nothing of it without a person who sees the plan. */
  proposals: Remark[];
  calls: { jira: number; aws: number };
}

export interface PlanCounts {
  create: { epics: number; tasks: number; subtasks: number };
  update: number;
  close: number;
  reopen: number;
  resolve: number;
  /** Choices of answers in AWS. */
  choose: number;
  /** Questions whose notes change. */
  notes: number;
  unchanged: number;
}

/** What there is to say of one issue, and of which: a reason, whose words `words/` has. */
export interface Remark extends Reason {
  /** Absent for an issue that does not exist. */
  key?: string;
  title: string;
  /** Old, new and theirs, where texts are in question. */
  texts?: { field: 'title' | 'description'; old?: string; new: string; theirs: string }[];
  /** Of a conflict: which decisions of a person end it in a run; absent where none does. */
  settledBy?: ('aws' | 'jira')[];
  /** Of `proposals`: what is proposed, and whether this plan does it. */
  proposal?: { kind: ProposalKind; taken: boolean };
}

export type PlannedChange =
  PlannedCreate | PlannedUpdate | PlannedMove | PlannedResolve | PlannedChoice | PlannedNotes;

export interface PlannedCreate {
  kind: 'create';
  level: 'epic' | 'task' | 'subtask';
  title: string;
  lens?: string;
  pillar?: string;
  question?: string;
  choice?: string;
  risk?: string;
  labels: string[];
}

export interface PlannedUpdate {
  kind: 'update';
  /** Absent for an issue that the caller may not see. */
  key?: string;
  title: string;
  /** What changes. */
  changes: Reason[];
}

export interface PlannedMove {
  kind: 'close' | 'reopen';
  /** Absent for an issue that the caller may not see. */
  key?: string;
  title: string;
  reason: Reason;
}

/** A done Sub-task that is resolved in another way, because AWS's side says so. */
export interface PlannedResolve {
  kind: 'resolve';
  /** Absent for an issue that the caller may not see. */
  key?: string;
  title: string;
  means: 'implemented' | 'notApplicable';
  reason: Reason;
}

/** A done Sub-task, told to AWS. */
export interface PlannedChoice {
  kind: 'choose';
  /** Absent for an issue that the caller may not see. */
  key?: string;
  title: string;
  status: 'SELECTED' | 'UNSELECTED' | 'NOT_APPLICABLE';
  reason: Reason;
}

/** The block in a question's notes: a new one, a changed one, or one that goes because its Task is gone. */
export interface PlannedNotes {
  kind: 'notes';
  /** The Task's; absent where it is still to be made, is gone, or is not for the caller. */
  key?: string;
  title: string;
  what: 'add' | 'change' | 'remove';
}

export interface PlanPage {
  changes: PlannedChange[];
  pages: number;
}
