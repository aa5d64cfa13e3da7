/** Why the app does not do what a person asks; failures of AWS and Jira are `UpstreamError`s. */
export type RefusalCode = 'unauthorised' | 'invalid' | 'not-found' | 'conflict';

/** An expected refusal: its message is for the person who called. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
