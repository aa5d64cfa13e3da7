import type { Reason } from '../../../../src/contract';
import { english } from '../../../../words/en';
import { formatter } from '../../../../words/format';

const format = formatter(english, 'en');

/** The words of a reason. */
export function say(reason: Reason): string {
  return format(reason);
}

/** A line for each reason. */
export function sayAll(reasons: readonly Reason[] = []): string {
  return reasons.map(say).join('\n');
}
