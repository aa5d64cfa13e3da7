/** Workloads that a project can link, and those that it has linked. */
import type { Reason } from '../reason';
import type { StoredRisks } from './reviews';

export interface WorkloadView {
  connectionId: string;
  arn: string;
  name: string;
  region: string;
  owner: string;
  riskCounts: Partial<Record<string, number>>;
}

export interface LinkRef {
  projectKey: string;
  workloadArn: string;
}

/** A workload that a project links: what it syncs, and whether it still can. */
export interface LinkedWorkloadView {
  workloadArn: string;
  name: string;
  connectionId: string;
  /** Absent where the connection is gone. */
  connectionName?: string;
  linkedAt: string;
  /** Account id. */
  linkedBy: string;
  state: LinkState;
  automatic: AutomaticState;
  /** Where the project's issues of it go. */
  jiraProjectKey: string;
  latestRun?: LatestRun;
  /** The run that was started last, as long as it has not ended. */
  activeRun?: { runId: string; mode: 'preview' | 'sync' };
}

/** A link of any project of the site, as a Jira admin sees it. */
export interface SiteLinkView {
  workloadArn: string;
  /** As AWS had it when it was linked. */
  name: string;
  /** Jira's id. */
  projectId: string;
  /** Absent where the project is gone, or hidden from the app: any other may link the workload then. */
  projectKey?: string;
  /** ISO 8601. */
  linkedAt: string;
  /** Account id. */
  linkedBy: string;
}

/** A linked workload on the overview. */
export interface WorkloadCard extends LinkedWorkloadView {
  /** Empty where the link is not active. */
  risks: StoredRisks;
}

/** Whether runs start by themselves, and what waits for a person. */
export interface AutomaticState {
  /** Automatic mode is set, and the link is active. */
  on: boolean;
  /** Who starts a run, as the settings say; `off`: nobody can. Absent where they cannot be read. */
  starts?: 'automatic' | 'manual' | 'off';
  attention?: Attention;
}

/** Automatic mode could not go on, or not with everything (`undecided`): a person has to look. */
export interface Attention {
  why: 'refused' | 'blocked' | 'aws-connector' | 'undecided' | 'failed';
  /** What is so, and what to do. */
  reasons: Reason[];
  /** The run that tells more, where there is one. */
  runId?: string;
  /** ISO 8601. */
  at: string;
}

export interface LatestRun {
  runId: string;
  /** ISO 8601. */
  at: string;
  kind: 'previewed' | 'applied' | 'changed-since' | 'refused' | 'blocked' | 'failed';
}

/** Issues stay however a link ends. */
export interface LinkState {
  code:
    | 'active'
    | 'unlinked'
    | 'workload-gone'
    | 'connection-deleted'
    | 'connection-not-usable'
    | 'not-served'
    | 'record-unreadable'
    | 'project-archived'
    | 'project-deleted';
  /** Why it does not sync and what to do; of an active link, that it does. */
  reason: Reason;
  /** ISO 8601, where it was recorded. */
  at?: string;
}

/** What became of a workload that was to be linked among others. */
export type LinkAttempt =
  | { workloadArn: string; linked: LinkedWorkloadView }
  /** It is as it was. */
  | { workloadArn: string; why: Reason };
