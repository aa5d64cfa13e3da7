/** The words of reasons, in English: the one place of the back end that says anything. */
import { english } from '../words/en';
import { formatter } from '../words/format';
import { sayIn } from '../words/say';
import type { Reason } from './reason';

const format = formatter(english, sayIn('en'));

/** @param said a reason, or a sentence of a part that gives no reasons yet */
export function inWords(said: Reason | string): string {
  return typeof said === 'string' ? said : format(said);
}
