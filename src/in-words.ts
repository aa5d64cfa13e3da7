/** The words of reasons, in English: the one place of the back end that says anything. */
import { aws } from '../words/en/aws';
import { jira } from '../words/en/jira';
import { plan } from '../words/en/plan';
import { review } from '../words/en/review';
import { formatter } from '../words/format';
import type { Reason } from './reason';

const format = formatter({ ...plan, ...review, ...jira, ...aws }, 'en');

/** @param said a reason, or a sentence of a part that gives no reasons yet */
export function inWords(said: Reason | string): string {
  return typeof said === 'string' ? said : format(said);
}
