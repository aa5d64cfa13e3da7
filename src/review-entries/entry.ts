/** Entries of a review: what the plan needs of them, and beside it where each sits. */
import type { Identity, OwnershipProperty } from '../jira/model';
import type { Content, Entry } from '../plan/entry';
import type * as plan from '../plan/plan';
import type { LensReview, Pillar, Question, Risk } from '../wellarchitected/model';

export interface ReviewEntry extends Entry<Omit<OwnershipProperty, 'hash'>> {
  readonly identity: Identity;
  readonly content: ReviewContent;
  /** Absent for the Epic. */
  readonly path?: QuestionPath;
  /** Of the question. */
  readonly risk?: Risk;
}

export interface ReviewContent extends Content {
  readonly pillarLabel: string | undefined;
}

/** Where an entry sits in the review, for grouping and for messages. */
export interface QuestionPath {
  readonly lens: LensReview;
  readonly pillar: Pillar;
  readonly question: Question;
}

/** Plans of a review and their parts. */
export type Plan = plan.Plan<ReviewEntry>;
export type Change = plan.Change<ReviewEntry>;
export type Create = plan.Create<ReviewEntry>;
export type Update = plan.Update<ReviewEntry>;
export type Move = plan.Move<ReviewEntry>;
export type Resolve = plan.Resolve<ReviewEntry>;
export type Choose = plan.Choose<ReviewEntry>;
export type Matched = plan.Matched<ReviewEntry>;
