/** The words of reasons that the back end gives. */
import type { Reason } from '../../../../src/contract';
import { english } from '../../../../words/en';
import { formatter } from '../../../../words/format';
import { say } from './language';

const wordsOf = formatter(english, say);

export function sayReason(reason: Reason): string {
  return wordsOf(reason);
}

/** A line for each reason. */
export function sayReasons(reasons: readonly Reason[] = []): string {
  return reasons.map(sayReason).join('\n');
}
