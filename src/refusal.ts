/** Why the app does not do what a person asks; failures of AWS and Jira are `UpstreamError`s. */
import { inWords } from './in-words';
import type { Reason } from './reason';

export type RefusalCode = 'unauthorised' | 'invalid' | 'not-found' | 'conflict' | 'too-many';

/** An expected refusal, for the person who called. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly reason: Reason,
  ) {
    super(inWords(reason));
  }
}

/** Somebody does something more often than the app lets them. */
export class QuotaSpent extends Refusal {
  override readonly name = 'QuotaSpent';

  constructor(
    reason: Reason,
    readonly retryAfterSeconds: number,
  ) {
    super('too-many', reason);
  }
}
