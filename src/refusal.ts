/** Why the app does not do what a person asks; failures of AWS and Jira are `UpstreamError`s. */
import { inWords } from './in-words';
import type { Reason } from './reason';

export type RefusalCode = 'unauthorised' | 'invalid' | 'not-found' | 'conflict' | 'too-many';

/** An expected refusal, for the person who called. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /** @param retryAfterSeconds where the same is done later, if that is known */
  constructor(
    readonly code: RefusalCode,
    readonly reason: Reason,
    readonly retryAfterSeconds?: number,
  ) {
    super(inWords(reason));
  }
}
