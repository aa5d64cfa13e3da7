/** One issue that the review could have: what it is, what it says, and whether it should be there. */
import type { AdfDocument, Identity, Level } from '../jira/model';
import type { LensReview, Pillar, PracticeState, Question, Risk } from '../wellarchitected/model';

export interface Entry {
  readonly identity: Identity;
  readonly level: Level;
  /** The identity of the issue above; absent for the Epic. */
  readonly parent?: Identity;
  readonly content: Content;
  readonly place?: Place;
  readonly risk?: Risk;
  /** A Sub-task's best practice. */
  readonly practice?: PracticeState;
  /** Why this work is finished in the review; absent while it is open. */
  readonly finished?: string;
  /** A Task whose question has risk NONE: finished as soon as no Sub-task is open. */
  readonly finishedWithChildren?: boolean;
  readonly standing: Standing;
}

/** Where an entry sits in the review, for grouping and for messages. */
export interface Place {
  readonly lens: LensReview;
  readonly pillar: Pillar;
  readonly question: Question;
}

/**
 * - `in`: gets an issue;
 * - `settled`: gets no new issue (selected practice, not applicable question), an existing one is followed;
 * - `outside-scope`: the scope setting leaves it out; an existing issue is followed and listed;
 * - `outside-settings`: the link's lenses and pillars leave it out; an existing issue is listed, untouched;
 * - `outside-run`: this run's selection leaves it out; an existing issue is not even listed.
 */
export type Standing = 'in' | 'settled' | 'outside-scope' | 'outside-settings' | 'outside-run';

export interface Content {
  readonly summary: string;
  readonly description: AdfDocument;
  readonly descriptionHash: string;
  readonly labels: readonly string[];
  readonly pillarLabel: string | undefined;
}
