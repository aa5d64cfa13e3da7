/** What a failed call was, and what a person is told of it. */

import type { Reason } from '../../reason';

export interface CallContext {
  /** As IAM spells it: `wellarchitected:ListAnswers`. */
  readonly action: string;
  /** What it was for: `lens serverless of workload 0123…`. */
  readonly subject: Reason;
  readonly region: string;
}

export interface Explanation {
  readonly reason: Reason;
  readonly retryable: boolean;
}
