import { UpstreamError } from '../../upstream-error';
import { because } from '../reasons';
import { refusalOf } from './errors';
import type { Http } from './http';
import type { Step } from './next-step';
import { refused, refusedByJira, type RefusedMove } from './refused-move';
import { route } from './requester';
import type { Status } from './transitions';
import { writeAnswer } from './update-issue';

/** `again`: it was not made, as far as Jira says, or nobody knows: then it may lead to `to` all the same. */
export type Performed =
  | { readonly kind: 'made' }
  | { readonly kind: 'again'; readonly end: RefusedMove | UpstreamError; readonly to?: Status }
  | RefusedMove;

/**
 * Sends a transition, once. Throws `UpstreamError` where another try would fare no better.
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
  const call = { what, method: 'POST', repeatable: false, once: true, body } as const;
  try {
    const reply = await http.send({ ...call, route: route`/rest/api/3/issue/${id}/transitions` });
    if (reply.status === 409)
      return { kind: 'again', end: refused('conflict', refusalOf(what, reply)), to: transition.to };
    const answer = writeAnswer(what, reply, (refusal) => refusedByJira(from, transition, refusal));
    return answer.kind === 'applied' ? { kind: 'made' } : answer;
  } catch (error) {
    if (!(error instanceof UpstreamError) || !error.details.retryable) throw error;
    const isDone = NOT_DONE.includes(error.details.code) ? {} : { to: transition.to };
    return { kind: 'again', end: error, ...isDone };
  }
}

/** Codes of errors that say that nothing was done. */
const NOT_DONE: readonly string[] = ['401', '403', '429'];
