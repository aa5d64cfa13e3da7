/** Milestones of a workload, and what two states of its review have in common and what not. */

export type RiskCountsView = Record<'UNANSWERED' | 'HIGH' | 'MEDIUM' | 'NONE' | 'NOT_APPLICABLE', number>;

export interface MilestoneView {
  number: number;
  name: string;
  /** ISO 8601. */
  recordedAt: string;
  /** Of all lenses that the workload had. */
  riskCounts: RiskCountsView;
}

export interface MilestonesView {
  /** By number. */
  milestones: MilestoneView[];
  /** How many AWS keeps of a workload. */
  most: number;
  /** Whether the caller may save one: an admin of the project, through a connection that writes. */
  maySave: boolean;
}

export interface SaveMilestone {
  /** 3 to 100 characters, that no milestone of the workload has, spaces and capitals ignored. */
  name: string;
  /** Of the form that is sent: the same one sent again makes no second milestone. */
  token: string;
}

export interface StatesCompared {
  /** Without `after` the state is that of now. */
  before: MilestoneView;
  after?: MilestoneView;
  /** Lenses of both states. */
  lenses: LensCompared[];
  /** Names of lenses that only one of them has. */
  onlyBefore: string[];
  onlyAfter: string[];
}

export interface RisksCompared {
  before: RiskCountsView;
  after: RiskCountsView;
}

export interface LensCompared {
  name: string;
  /** Where they differ. */
  versions?: { before: string; after: string };
  risks: RisksCompared;
  pillars: (RisksCompared & { id: string })[];
  /** Practices that are selected after and were not before, and the other way round. */
  gained: PlacedPractice[];
  lost: PlacedPractice[];
  /** What does not apply after and did before, and the other way round. */
  excepted: PlacedPractice[];
  noLongerExcepted: PlacedPractice[];
  /** Questions that were unanswered before and are answered after. */
  answered: PlacedPractice[];
  /** Practices that only one version of the lens has. */
  withoutPartner: { before: number; after: number };
}

/** A practice, or, without one, a whole question. */
export interface PlacedPractice {
  pillarId: string;
  question: string;
  practice?: string;
}
