import type { WriteAnswer } from '../../src/jira/jira';
import type { Named } from '../../src/jira/model';
import type { UpstreamError } from '../../src/upstream-error';

/** What becomes of one create call: which drafts Jira makes, when, and whether the app hears of it. */
export interface CreateFate {
  readonly answer: 'given' | 'lost';
  /** By position; all without it. */
  readonly makes?: (index: number) => boolean;
  /** Jira is still at work for so long after the app stopped listening. */
  readonly afterMs?: number;
}

/** What a write is answered with in place of being done; undefined: it is done. */
export type Refused = Extract<WriteAnswer, { kind: 'refused' }>;
export type Refusal = Refused | Error | undefined;

/** What screens and workflow do with resolutions. */
export interface Screens {
  /** Those that the way to a done status offers; with none of them the workflow sets Done. */
  offer: readonly Named[];
  /** Leaving a done status leaves the resolution as it is, and no screen can change that. */
  keepResolution: boolean;
}

/** As `Jira.waitAfter`: what Jira asks for is too long, and all else is over at once. */
export function waitInMemory({ details }: UpstreamError): Promise<boolean> {
  return Promise.resolve(details.retryable && details.retryAfterSeconds === undefined);
}
