import { UpstreamError } from '../../upstream-error';
import { because } from '../reasons';
import { refusalOf } from './errors';
import type { Http } from './http';
import type { Step } from './next-step';
import { refused, refusedByJira, type RefusedMove } from './refused-move';
import { route } from './requester';
import { writeAnswer } from './update-issue';

/** `unknown`: another write came between, or the answer was lost; `end` is what it comes to if that stays so. */
export type Performed =
  | { readonly kind: 'made' }
  | { readonly kind: 'unknown'; readonly end: RefusedMove | UpstreamError }
  | RefusedMove;

/**
 * Sends a transition, once. Throws `UpstreamError` where Jira asks to wait, or takes nothing from the app.
 *
 * @param from the name of the status now, for messages
 */
export async function performStep(
  http: Http,
  id: string,
  from: string,
  { transition, fields }: Step,
): Promise<Performed> {
  const what = because('to-move-issue', { issue: id, status: transition.to.name });
  const body = { transition: { id: transition.id }, ...(fields === undefined ? {} : { fields }) };
  const call = { what, method: 'POST', repeatable: false, body } as const;
  try {
    const reply = await http.send({ ...call, route: route`/rest/api/3/issue/${id}/transitions` });
    if (reply.status === 409) return { kind: 'unknown', end: refused('conflict', refusalOf(what, reply)) };
    const answer = writeAnswer(what, reply, (refusal) => refusedByJira(from, transition, refusal));
    return answer.kind === 'applied' ? { kind: 'made' } : answer;
  } catch (error) {
    if (error instanceof UpstreamError && error.details.retryable && !NOT_DONE.includes(error.details.code)) {
      return { kind: 'unknown', end: error };
    }
    throw error;
  }
}

/** Codes of errors that say that nothing was done, and why another try would not be either. */
const NOT_DONE: readonly string[] = ['401', '429'];
