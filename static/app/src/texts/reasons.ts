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

/** The reasons that a reason has as that param. */
export function partsOf({ params }: Reason, name: string): readonly Reason[] {
  return [params[name]].flat().filter((part) => typeof part === 'object' && 'code' in part);
}
