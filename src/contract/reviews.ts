/** What pages show of a linked workload's review, as AWS has it now or had it. */

export type RiskLevel = 'UNANSWERED' | 'HIGH' | 'MEDIUM' | 'NONE' | 'NOT_APPLICABLE';

export type RiskNumbers = Record<RiskLevel, number>;

/** AWS's states of an applied lens: NOT_CURRENT has a newer version (shape LensStatus). One that AWS adds counts as current. */
export type LensStatus = 'CURRENT' | 'NOT_CURRENT' | 'DEPRECATED' | 'DELETED' | 'UNSHARED';

export interface ReviewOverview {
  workloadArn: string;
  /** ISO 8601: when AWS was asked. */
  readAt: string;
  /** The workload in AWS's console. */
  consoleUrl: string;
  lenses: LensOverview[];
}

/** Risks as the app has stored them, without asking AWS. */
export interface StoredRisks {
  /** Of all lenses together, as AWS listed them, where that is newer than the review. */
  total?: {
    risks: RiskNumbers;
    /** ISO 8601: when AWS was asked. */
    at: string;
  };
  /** By lens and pillar, as a run or a person's question read them last. Absent: neither did. */
  review?: ReviewOverview;
}

export interface LensOverview {
  /** The lens ARN without its version: what issues carry. */
  identity: string;
  alias: string;
  name: string;
  version: string;
  status: LensStatus;
  risks: RiskNumbers;
  pillars: PillarOverview[];
}

export interface PillarOverview {
  id: string;
  name: string;
  /** What issues carry as a label, and `waPillar` finds: `performance-efficiency`. */
  label: string;
  risks: RiskNumbers;
}

export interface QuestionView {
  id: string;
  title: string;
  pillarId: string;
  risk: RiskLevel;
}
