/** What a sync needs from outside; handlers build it, tests pass their own. */
import type { Jira } from '../jira/jira';
import type { Identity } from '../jira/model';
import type { WayStore } from '../jira/way-store';
import type { DeletedIssues } from '../links/deleted-issues';
import type { IntentStore } from '../links/intent-store';
import type { IssueIndex } from '../links/issue-index';
import type { LinkStore } from '../links/link-store';
import type { Reason } from '../reason';
import type { Plan } from '../review-entries/entry';
import type { RunOptions } from '../review-entries/plan-review';
import type { EffectiveSettings } from '../settings/model';
import type { Review } from '../wellarchitected/model';
import type { TriageStore } from '../triage/triage-store';
import type { ReviewSource } from '../wellarchitected/source';
import type { Adoption } from './adoption';
import type { DoneItem } from './done-item';
import type { RecentChangesStore } from './budget/recent-changes-store';
import type { Step } from './reasons';
import type { StepProgress } from './steps';
import type { Unfinished } from './sync-end';
import type { Tally } from './tally';
import type { NotesPlan } from './write-back/plan-notes';
import type { WriteBackPorts } from './write-back/ports';

export interface SyncPorts {
  readonly source: ReviewSource;
  readonly jira: Jira;
  readonly links: LinkStore;
  readonly intents: IntentStore;
  readonly issueIndex: Pick<IssueIndex, 'questionOf'>;
  readonly deletedIssues: Pick<DeletedIssues, 'has'>;
  readonly recentChanges: RecentChangesStore;
  readonly ways: WayStore;
  readonly triage: Pick<TriageStore, 'load' | 'save'>;
  /** Absent where the connection may only read. */
  readonly writeBack?: WriteBackPorts | undefined;
  /** Of automatic mode: why the run must not change anything; asked once the review is read. */
  readonly objection?: ((review: Review) => Promise<Objection | undefined>) | undefined;
  /** Of automatic mode: whether people have left the question alone long enough. */
  readonly isQuiet?: ((question: Identity) => Promise<boolean>) | undefined;
  /** Of automatic mode: questions of the workload whose cards moved and that no run has dealt with. */
  readonly waiting?: (() => Promise<readonly Identity[]>) | undefined;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds that this invocation may still run. */
  remaining(): number;
  /** Requests that this invocation may still send to AWS. */
  requestsLeft(): number;
  /** Whether this invocation still is the one that syncs the workload; a newer one takes over. */
  hasLease(): Promise<boolean>;
  /** Remembers the plan that this run carries out, and which changes it may apply, before the first. */
  approve(digests: readonly string[], plan: Plan, notes: NotesPlan): Promise<void>;
  /** Tells how far the run is, and keeps its tally. */
  report(progress: Progress): Promise<void>;
  /** Hears what was done, when it is done. */
  readonly did?: ((item: DoneItem) => void) | undefined;
  /** Called where what was done by now is kept. */
  readonly tellDone?: (() => Promise<void>) | undefined;
  /** Hears what was done of the plan before an error that ends the invocation is thrown. */
  readonly leave?: ((unfinished: Unfinished) => void) | undefined;
}

/** For people who manage the project. */
export type Objection = Reason;

export interface Progress {
  readonly step: Step;
  /** Of this invocation, in the order in which they are taken; absent before there is a plan. */
  readonly steps?: readonly StepProgress[];
  readonly tally?: Tally;
}

export interface SyncRequest {
  readonly runId: string;
  readonly workloadArn: string;
  readonly projectId: string;
  /** As the project is called now: see `resolveProject`. */
  readonly projectKey: string;
  /** Ids. */
  readonly servedProjects: readonly string[];
  /** The one question that is read; absent for the whole workload. */
  readonly question?: Identity | undefined;
  readonly mode: 'preview' | 'sync';
  /** Nobody started it: automatic mode did. */
  readonly automatic: boolean;
  readonly settings: EffectiveSettings;
  readonly options: RunOptions;
  /** The plan that the person saw. */
  readonly fingerprint: string | undefined;
  /** Apply even a plan that the safety check refuses. */
  readonly confirm: boolean;
  /** Put back what is remembered of the day, and do nothing else: see `putBack`. */
  readonly putBack?: boolean | undefined;
  /** What becomes of issues that an earlier installation of the app may have made. */
  readonly adoption?: Adoption | undefined;
  /** Digests of the changes that an earlier invocation of this run was allowed; it goes on with these only. */
  readonly approved: ReadonlySet<string> | undefined;
  /** Ids of questions whose answers an event named: their notes are read, whatever is remembered of them. */
  readonly named: readonly string[];
  /** The run was tried as often as it may be: what fails once more is told, and the rest is done. */
  readonly isLastTry: boolean;
  readonly tally: Tally;
}
