/** Issues of ours: the triage table and the panel on an issue. All is read as the caller, who sees only their own. */
import type { Reason, Remark } from './syncs';
import type { LatestRun, LinkedWorkloadView } from './workloads';
import type { RiskLevel } from './reviews';
import type { UnreadableRecord } from './stored-records';

export interface IssueStatus {
  name: string;
  category: 'new' | 'indeterminate' | 'done';
}

/**
 * Open best practices that have an issue, as the last run of each workload left them; without status, people and titles
 * of issues, which Jira tells each reader: `triage.rows`.
 */
export interface TriageIndex {
  workloads: TriagedWorkload[];
  /** What questions and best practices are called; named by the place in this list. */
  texts: string[];
  /** The issues of all pages, for Jira's search. */
  jql: string;
  /** What the list lacks. */
  unreadable?: UnreadableRecord[];
  /** For the next page. */
  cursor?: string;
}

export interface TriagedWorkload {
  arn: string;
  name: string;
  lenses: TriagedLens[];
}

export interface TriagedLens {
  /** `LensOverview.identity`. */
  identity: string;
  /** Empty where it is not known, as of a pillar. */
  name: string;
  pillars: TriagedPillar[];
}

export interface TriagedPillar {
  /** `PillarOverview.label`. */
  label: string;
  name: string;
  questions: TriagedQuestion[];
}

export interface TriagedQuestion {
  /** The place of its title in `texts`. */
  title: number;
  /** Id of its Task. */
  task?: string;
  /** As the last run left it; absent where none of a version that tells it has ended. */
  risk?: RiskLevel;
  /** Of each open best practice the id of its issue, and the place of its title in `texts`. */
  issues: [issueId: string, title: number][];
}

/** An open Sub-task as Jira shows it to whoever asks. */
export interface TriageRow {
  id: string;
  key: string;
  title: string;
  /** As the issue says: whoever may edit it may have written that. */
  risk?: RiskLevel;
  /** The issue above it; absent where the caller may not see it. */
  parent?: { id: string; key: string; title: string };
  status: IssueStatus;
  assignee?: { accountId: string; displayName: string };
  /** `2026-11-22`. */
  dueDate?: string;
}

/** What Jira is asked to filter and to sort by; an empty or absent list leaves everything in. */
export interface TriageSearch {
  risks?: RiskLevel[];
  /** Labels. */
  pillars?: string[];
  /** Identities. */
  lenses?: string[];
  /** ARNs. */
  workloads?: string[];
  /** Account ids. */
  assignees?: string[];
  /** Those that are nobody's too, or alone. */
  unassigned?: boolean;
  /** Names. */
  statuses?: string[];
  /** By the day where the caller is, as Jira knows it. */
  overdue?: boolean;
  /** Absent: in the order of keys. */
  order?: { by: 'status' | 'assignee' | 'due'; isDescending: boolean };
}

/** What the panel shows. On an issue that is not ours: nothing. */
export type IssuePanel = { kind: 'not-ours' } | IssueInReview;

export interface IssueInReview {
  kind: 'ours';
  level: 'epic' | 'task' | 'subtask';
  workload: { arn: string; name: string };
  lens?: string;
  /** Names the lens in a selection. */
  lensAlias?: string;
  pillar?: string;
  question?: { id: string; title: string; risk: RiskLevel };
  /** Without `state`: AWS was not asked, or does not have it any more. */
  practice?: { id: string; title: string; state?: 'open' | 'selected' | 'notApplicable' };
  /** AWS's pages, or the lens's own. */
  guidance: { text: string; url: string }[];
  /** The question, or for the Epic the workload, in AWS's console. */
  consoleUrl: string;
  /** The question's notes: what bears the app's markers, without these, and what people wrote around it. */
  notes?: { people: string; block?: { text: string; origin: BlockOrigin } };
  /** Why AWS was not or could not be asked; lens, pillar, question and practice are then what the issue itself says, if anything. */
  problem?: Reason;
  latestRun?: LatestRun;
  activeRun?: LinkedWorkloadView['activeRun'];
  /** Of the latest run, about this issue. */
  conflicts: Remark[];
  /** Whether the caller may sync and settle. */
  maySync: boolean;
}

/**
 * Whether the app wrote the block. `confirmed`: it is as the app remembers it; `not-confirmed`: nothing is remembered,
 * or a run is under way, and the next sync finds out; `differs`: it is not what is remembered, and the next sync writes
 * it anew; `edited`: its markers or its checksum tell that it was changed, and the next sync leaves it and says what to do.
 */
export type BlockOrigin = 'confirmed' | 'not-confirmed' | 'differs' | 'edited';
