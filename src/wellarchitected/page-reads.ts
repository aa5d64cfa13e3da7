/** What pages ask of a workload, one thing at a time; a sync reads the whole `Review`. `client/` implements it. */
import type { LensReview, LensStatus, Pillar, Question } from './model';

/** Every call throws `UpstreamError` where it does not succeed. */
export interface PageReads {
  /** Every lens of the workload with its risks, no answers: one call for the list and one for each lens. */
  lenses(workloadArn: string): Promise<readonly LensOverview[]>;

  /** Every question of a lens, all pages. */
  questions(workloadArn: string, lens: LensName): Promise<readonly PlacedQuestion[]>;

  /** One question with its notes, in one call; only a role that may write lets the app read it. */
  answer(workloadArn: string, lens: LensName, questionId: string): Promise<AnsweredQuestion>;
}

export interface LensOverview extends Pick<
  LensReview,
  'identity' | 'alias' | 'version' | 'name' | 'riskCounts'
> {
  readonly status: LensStatus;
  readonly pillars: readonly Omit<Pillar, 'questions'>[];
}

export interface LensName {
  /** As AWS takes it. */
  readonly alias: string;
  /** `LensReview.identity`. Guidance depends on whose lens it is: without it there is less. */
  readonly identity?: string;
}

export interface PlacedQuestion extends Question {
  readonly pillarId: string;
}

export interface AnsweredQuestion extends PlacedQuestion {
  /** As people wrote them. */
  readonly notes: string;
}
