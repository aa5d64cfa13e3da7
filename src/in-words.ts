/** The words of reasons, in English: the one place of the back end that says anything. */
import { english } from '../words/en';
import { formatter } from '../words/format';
import { sayIn } from '../words/say';
import type { Reason } from './reason';

const format = formatter(english, sayIn('en'));

export function inWords(reason: Reason): string {
  return format(reason);
}
