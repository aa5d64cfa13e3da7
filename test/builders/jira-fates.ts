import type { WriteAnswer } from '../../src/jira/jira';

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
