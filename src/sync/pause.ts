import { inWords } from '../in-words';
import type { Reason } from '../reason';

/**
 * The run stops here and goes on in a later invocation: time ran out, Jira asks to wait, or an answer was
 * lost and Jira may still be working on it. Everything done so far is recorded.
 */
export class Pause extends Error {
  override readonly name = 'Pause';

  constructor(
    /** Why, for the person who watches the run. */
    readonly reason: Reason,
    readonly seconds: number,
  ) {
    super(inWords(reason));
  }
}
