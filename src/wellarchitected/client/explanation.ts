/** What a failed call was, and what a person is told of it. */

export interface CallContext {
  /** As IAM spells it: `wellarchitected:ListAnswers`. */
  readonly action: string;
  /** What it was for, in words: `lens "Serverless" of workload 0123…`. */
  readonly subject: string;
  readonly region: string;
}

export interface Explanation {
  readonly message: string;
  readonly retryable: boolean;
}
