/** What the app asks of single answers: the notes, which no list has, and changing them. `client/` implements it. */

export interface AnswerRef {
  /** As `LensReview.alias`. */
  readonly lensAlias: string;
  readonly questionId: string;
}

/** An answer as it is now. AWS gives it no version and no time, so it is read just before it is changed. */
export interface Answer {
  /** Byte for byte as people wrote them; empty where there are none. At most 2,084 characters. */
  readonly notes: string;
  /** Ids of choices. */
  readonly selected: ReadonlySet<string>;
  readonly notApplicable: ReadonlySet<string>;
}

/** Why a choice does not apply: AWS's own words (shape ChoiceReason). */
export type ChoiceReason = 'OUT_OF_SCOPE' | 'BUSINESS_PRIORITIES' | 'ARCHITECTURE_CONSTRAINTS' | 'OTHER';

export type ChoiceUpdate =
  | { readonly status: 'SELECTED' | 'UNSELECTED' }
  | { readonly status: 'NOT_APPLICABLE'; readonly reason: ChoiceReason };

/** The answers of one workload. Every call throws `UpstreamError` where it does not succeed. */
export interface Answers {
  /** Requests sent so far, STS and retries included. */
  calls(): number;

  read(ref: AnswerRef): Promise<Answer>;

  /** Replaces the notes, and nothing else: choices stay as they are. Answers what AWS has then. */
  writeNotes(ref: AnswerRef, notes: string): Promise<Answer>;

  /** Changes these choices, by id, and nothing else: others and the notes stay as they are. */
  choose(ref: AnswerRef, updates: ReadonlyMap<string, ChoiceUpdate>): Promise<Answer>;
}
