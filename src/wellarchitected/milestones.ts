/** Milestones of a workload: states of its review that AWS keeps. `client/` implements it. */
import type { LensOverview, PlacedQuestion } from './page-reads';
import type { RiskCounts } from './model';

/** AWS's (service model, MilestoneNumber and MilestoneName). */
export const MOST_MILESTONES = 100;
export const MILESTONE_NAME = { min: 3, max: 100 };

export interface Milestone {
  readonly number: number;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly recordedAt: number;
  /** Of all lenses that the workload had. */
  readonly riskCounts: RiskCounts;
}

/** A lens as it was at a milestone, or as it is. */
export interface LensState extends Pick<
  LensOverview,
  'identity' | 'alias' | 'version' | 'name' | 'riskCounts'
> {
  readonly questions: readonly PlacedQuestion[];
}

/** Every call throws `UpstreamError` where it does not succeed. */
export interface Milestones {
  /** All of them, by number. */
  milestones(workloadArn: string): Promise<readonly Milestone[]>;

  /** Answers its number. The same token makes no second one. */
  saveMilestone(workloadArn: string, name: string, token: string): Promise<number>;

  /**
   * Every lens with every answer at that milestone, or now where none is named: one call for the lenses and one for
   * each page of 50 answers.
   */
  stateAt(workloadArn: string, milestone: number | undefined): Promise<readonly LensState[]>;
}
