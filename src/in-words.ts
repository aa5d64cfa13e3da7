/** The words of reasons, in English: the one place of the back end that says anything. */
import { aws } from '../words/en/aws';
import { audit } from '../words/en/audit';
import { connection } from '../words/en/connection';
import { connectionChecks } from '../words/en/connection-checks';
import { connectionInput } from '../words/en/connection-input';
import { handlers } from '../words/en/handlers';
import { input } from '../words/en/input';
import { linkedWorkloads } from '../words/en/linked-workloads';
import { jira } from '../words/en/jira';
import { plan } from '../words/en/plan';
import { preflight } from '../words/en/preflight';
import { review } from '../words/en/review';
import { settings } from '../words/en/settings';
import { storage } from '../words/en/storage';
import { useCases } from '../words/en/use-cases';
import { formatter } from '../words/format';
import type { Reason } from './reason';

/** A code is of one domain alone. */
const WORDS = {
  ...audit,
  ...aws,
  ...connection,
  ...connectionChecks,
  ...connectionInput,
  ...handlers,
  ...input,
  ...jira,
  ...linkedWorkloads,
  ...plan,
  ...preflight,
  ...review,
  ...settings,
  ...storage,
  ...useCases,
};

const format = formatter(WORDS, 'en');

/** @param said a reason, or a sentence of a part that gives no reasons yet */
export function inWords(said: Reason | string): string {
  return typeof said === 'string' ? said : format(said);
}
