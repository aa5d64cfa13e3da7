/** What the command knows of the app's resolvers: its own copy, since it shares no code with the app but its words. */
import type { Said } from '../../words/format';

export interface Workload {
  readonly connectionId: string;
  readonly arn: string;
  readonly name: string;
}

/** A workload that the project has linked, once or now. */
export interface LinkedWorkload {
  readonly workloadArn: string;
  /** `active`, `unlinked`, or why it does not sync. */
  readonly state: { readonly code: string };
  readonly activeRun?: { readonly runId: string; readonly mode: 'preview' | 'sync' };
}

export interface WorkloadList {
  readonly workloads: readonly Workload[];
  /** What could not be read. */
  readonly problems: readonly Reason[];
}

export interface Levels {
  readonly epics: number;
  readonly tasks: number;
  readonly subtasks: number;
}

/** Why something is so: `words/` has its words. */
export type Reason = Said;

export type Side = 'aws' | 'jira';

export interface Remark extends Reason {
  readonly key?: string;
  readonly title: string;
  readonly texts?: readonly {
    readonly field: string;
    readonly old?: string;
    readonly new: string;
    readonly theirs: string;
  }[];
  /** Of a conflict: which decisions of a person end it in a run. */
  readonly settledBy?: readonly Side[];
  /** Of a proposal: whether this plan does it. */
  readonly proposal?: { readonly kind: string; readonly taken: boolean };
}

export interface PlannedCreate {
  readonly kind: 'create';
  readonly level: 'epic' | 'task' | 'subtask';
  readonly title: string;
  readonly lens?: string;
  readonly pillar?: string;
  readonly question?: string;
  readonly choice?: string;
  readonly risk?: string;
  readonly labels: readonly string[];
}

export type PlannedChange =
  | PlannedCreate
  | {
      readonly kind: 'update';
      readonly key?: string;
      readonly title: string;
      readonly changes: readonly Reason[];
    }
  | {
      readonly kind: 'close' | 'reopen';
      readonly key?: string;
      readonly title: string;
      readonly reason: Reason;
    }
  | {
      readonly kind: 'resolve';
      readonly key?: string;
      readonly title: string;
      readonly means: 'implemented' | 'notApplicable';
      readonly reason: Reason;
    }
  | {
      readonly kind: 'choose';
      readonly key?: string;
      readonly title: string;
      readonly status: 'SELECTED' | 'UNSELECTED' | 'NOT_APPLICABLE';
      readonly reason: Reason;
    }
  | {
      readonly kind: 'notes';
      readonly key?: string;
      readonly title: string;
      readonly what: 'add' | 'change' | 'remove';
    };

export interface Outcome {
  readonly kind: 'previewed' | 'applied' | 'changed-since' | 'refused' | 'blocked' | 'stopped';
  readonly fingerprint: string;
  readonly refusal?: readonly Reason[];
  readonly planned: {
    readonly create: Levels;
    readonly update: number;
    readonly close: number;
    readonly reopen: number;
    readonly resolve: number;
    readonly choose: number;
    readonly notes: number;
    readonly unchanged: number;
  };
  readonly planPages: number;
  readonly created: Levels;
  readonly updated: number;
  readonly closed: number;
  readonly reopened: number;
  readonly chosen: number;
  readonly notesWritten: number;
  readonly unchanged: number;
  readonly outOfScope: readonly Remark[];
  readonly movedInJira: readonly Remark[];
  readonly failed: readonly Remark[];
  readonly conflicts: readonly Remark[];
  readonly notices: readonly Remark[];
  readonly proposals: readonly Remark[];
  readonly calls: { readonly jira: number; readonly aws: number };
}

export interface RunView {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'waiting' | 'done' | 'failed';
  readonly workloadName: string;
  readonly step: Reason;
  readonly progress: { readonly done: number; readonly total: number };
  readonly message?: Reason;
  readonly outcome?: Outcome;
}

export interface RecentKind {
  readonly what: Reason;
  readonly isPutBack: boolean;
  readonly changes: readonly {
    readonly key?: string;
    readonly title: string;
    /** ISO 8601. */
    readonly at: string;
    /** From what to what. */
    readonly what: Reason;
  }[];
  /** How many are not listed. */
  readonly more: number;
}

/** What runs changed within 24 hours. */
export interface RecentChanges {
  readonly kinds: readonly RecentKind[];
}

export interface FieldValue {
  readonly issueTypeId: string;
  readonly fieldId: string;
  readonly value: unknown;
}

/** A link's own settings: what the command looks at. The others it keeps. */
export interface LinkSettings {
  readonly issueManagementStatus: 'ENABLED' | 'DISABLED' | 'INHERIT';
  readonly resolveSelects?: {
    readonly implemented: readonly object[];
    readonly notApplicable: readonly object[];
  };
  readonly fieldValues?: readonly FieldValue[];
}

export interface SettingsView {
  readonly settings: LinkSettings;
  /** What holds: the link's own, and the site's where it has none. */
  readonly effective: object;
}

/** A plan with all its pages. */
export interface Plan {
  readonly changes: readonly PlannedChange[];
  readonly outcome: Outcome;
  /** Why the run failed; it did what the outcome has until then. */
  readonly failure?: string;
}
