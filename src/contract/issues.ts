/** Issues of ours: the triage table and the panel on an issue. All is read as the caller, who sees only their own. */
import type { Reason, Remark } from './syncs';
import type { LatestRun, LinkedWorkloadView } from './workloads';
import type { RiskLevel } from './reviews';

export interface IssueStatus {
  name: string;
  category: 'new' | 'indeterminate' | 'done';
}

/** An open best practice that has an issue. */
export interface TriageRow {
  key: string;
  title: string;
  workloadArn: string;
  /** Identity of the lens: `LensOverview.identity`. */
  lens: string;
  /** The pillar's label: `PillarOverview.label`. */
  pillar?: string;
  /** Of the question, as the last sync left it. */
  risk?: RiskLevel;
  /** The Task above it; absent where the Sub-task has another parent by now, or the caller may not see it. */
  question?: { key: string; title: string };
  status: IssueStatus;
  assignee?: { accountId: string; displayName: string };
  /** `2026-11-22`. */
  dueDate?: string;
}

export interface TriagePage {
  rows: TriageRow[];
  /** The same issues, all pages, for Jira's search. */
  jql: string;
  /** For the next page. */
  cursor?: string;
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
  /** The question's notes: the app's block without its marker lines, and what people wrote around it. */
  notes?: { people: string; block?: string };
  /** Why AWS was not or could not be asked; lens, pillar, question and practice are then what the issue itself says, if anything. */
  problem?: Reason;
  latestRun?: LatestRun;
  activeRun?: LinkedWorkloadView['activeRun'];
  /** Of the latest run, about this issue. */
  conflicts: Remark[];
  /** Whether the caller may sync and settle. */
  maySync: boolean;
}
