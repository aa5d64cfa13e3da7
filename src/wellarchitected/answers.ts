/** What the app asks of single answers: the notes, which no list has, and changing them. `client/` implements it. */
import type { ChoiceReason, ChoiceUpdate, Risk, Workload } from './model';

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
  /** By choice id, where there is something. */
  readonly choiceDetails: ReadonlyMap<string, ChoiceDetail>;
  /** Whether the question as a whole is. */
  readonly applicable: boolean;
  /** Of the question, rated anew with every change of its choices; `undefined` for a risk that the app does not know. */
  readonly risk: Risk | undefined;
  /** Ids of the question's best practices, in the lens as it is now. */
  readonly practices: ReadonlySet<string>;
  /** Ids of the question's "None of these" choices. */
  readonly noneOfThese: readonly string[];
}

/** What people gave beside the state of a choice. */
export interface ChoiceDetail {
  /** Why it does not apply; AWS's NONE is none. */
  readonly reason?: ChoiceReason;
  /** Byte for byte, at most 250 characters. */
  readonly notes?: string;
}

/** What changes of an answer; at least one part. What is not named stays as it is. */
export interface AnswerChange {
  /** The whole new notes. */
  readonly notes?: string;
  /** By choice id. */
  readonly choices?: ReadonlyMap<string, ChoiceUpdate>;
}

/** The answers of one workload. Every call throws `UpstreamError` where it does not succeed. */
export interface Answers {
  /** Requests sent so far, STS and retries included. */
  calls(): number;

  read(ref: AnswerRef): Promise<Answer>;

  /**
   * Waits for all that the next `update` would have to wait for: the rate, the pause after a failure, credentials.
   * Called before the answer is read that is about to change, so that nothing waits between that read and the write.
   */
  ready(): Promise<void>;

  /**
   * Changes an answer in one call, sent once whatever becomes of it; answers what AWS has then. An error that is
   * `retryable` leaves open whether the answer changed: it has to be read again.
   */
  update(ref: AnswerRef, change: AnswerChange): Promise<Answer>;

  /**
   * When AWS answered the last `update` that succeeded: milliseconds since the epoch by AWS's clock, in whole
   * seconds; `undefined` where there was none or AWS gave no time. `Workload.updatedAt` is then this second or the
   * one before (unverified, A2), unless somebody else wrote too. A write whose answer was lost is not known here.
   */
  lastWriteAt(): number | undefined;

  /** The workload as it is now, without its lenses, in one call. */
  workload(): Promise<Workload>;
}
