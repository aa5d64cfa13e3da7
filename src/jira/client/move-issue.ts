import { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import type { MoveTarget, WriteAnswer } from '../jira';
import { because } from '../reasons';
import { MAX_RETRIES } from './backoff';
import { chooseTransition } from './choose-transition';
import { refusalOf } from './errors';
import type { Http } from './http';
import { statusSchema } from './issue-schema';
import { leadsElsewhere, noResolution, refused, refusedByJira } from './refused-move';
import { route } from './requester';
import { chooseResolution, type ResolutionChoice } from './resolution';
import { transitionsSchema, type Transition } from './transition-schema';
import { writeAnswer } from './update-issue';
import { wantedStatus } from './wanted-status';

type Status = z.infer<typeof statusSchema>;

const issueSchema = z.object({ fields: z.object({ status: statusSchema }) });

/**
 * `again`: another write came between, or the answer was lost; the issue must be read before the next try.
 * `end`: what it comes to without one.
 */
type Attempt = WriteAnswer | { readonly kind: 'again'; readonly end: WriteAnswer | UpstreamError };

/**
 * Moves an issue to a done status or back. A transition is not repeatable, so after a conflict (409) or a
 * lost answer the issue is read again: already there means applied, without a write. Throws where Jira
 * gives no answer to the end.
 * `refused` codes: those of `chooseTransition`, `no-transition`, `no-resolution`, `deleted`, `forbidden`,
 * `conflict`, and `refused` with Jira's words (open Sub-tasks, a validator).
 */
export async function moveIssue(http: Http, id: string, target: MoveTarget): Promise<WriteAnswer> {
  for (let attempt = 0; ; attempt++) {
    const outcome = (await unlessGone(attemptMove(http, id, target))) ?? gone(id);
    if (outcome.kind !== 'again') return outcome;
    if (attempt === MAX_RETRIES) return giveUp(outcome.end);
    await http.pause(attempt);
  }
}

async function attemptMove(http: Http, id: string, target: MoveTarget): Promise<Attempt> {
  const status = await readStatus(http, id);
  if ((status.statusCategory === 'done') === (target.to === 'done')) return { kind: 'applied' };
  const from = status.name;
  const choice = chooseTransition(await readTransitions(http, id), target, from);
  if (choice.kind === 'refused') return choice;
  if (choice.kind === 'elsewhere')
    return leadsElsewhere(from, await wantedStatus(http, target), choice.offered);
  const { transition } = choice;
  const resolution = await chooseResolution(http, transition, target);
  if (resolution.kind === 'undecided') return noResolution(from, transition, resolution.allowed);
  return perform(http, id, { from, transition, resolution });
}

async function readStatus(http: Http, id: string): Promise<Status> {
  const path = route`/rest/api/3/issue/${id}?fields=status`;
  const call = {
    what: because('to-read-issue', { issue: id }),
    method: 'GET',
    route: path,
    repeatable: true,
  } as const;
  return (await http.read(call, issueSchema)).fields.status;
}

async function readTransitions(http: Http, id: string): Promise<readonly Transition[]> {
  const path = route`/rest/api/3/issue/${id}/transitions?expand=transitions.fields`;
  const call = {
    what: because('to-read-transitions', { issue: id }),
    method: 'GET',
    route: path,
    repeatable: true,
  } as const;
  return (await http.read(call, transitionsSchema)).transitions;
}

interface ChosenMove {
  /** The name of the status now. */
  readonly from: string;
  readonly transition: Transition;
  readonly resolution: Exclude<ResolutionChoice, { kind: 'undecided' }>;
}

async function perform(
  http: Http,
  id: string,
  { from, transition, resolution }: ChosenMove,
): Promise<Attempt> {
  const what = because('to-move-issue', { issue: id, status: transition.to.name });
  const body = {
    transition: { id: transition.id },
    ...(resolution.kind === 'none' ? {} : { fields: { resolution: { id: resolution.id } } }),
  };
  const call = { what, method: 'POST', repeatable: false, body } as const;
  try {
    const reply = await http.send({ ...call, route: route`/rest/api/3/issue/${id}/transitions` });
    if (reply.status === 409) return { kind: 'again', end: refused('conflict', refusalOf(what, reply)) };
    return writeAnswer(what, reply, (refusal) => refusedByJira(from, transition, refusal));
  } catch (error) {
    if (error instanceof UpstreamError && error.details.retryable && !NOT_DONE.includes(error.details.code)) {
      return { kind: 'again', end: error };
    }
    throw error;
  }
}

/** Codes of errors that say that nothing was done, and why another try would not be either. */
const NOT_DONE: readonly string[] = ['401', '429'];

/** `undefined` where the issue that was read is not there. */
async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UpstreamError && error.details.code === '404') return undefined;
    throw error;
  }
}

function gone(id: string): WriteAnswer {
  return refused('deleted', because('issue-gone', { issue: id }));
}

function giveUp(end: WriteAnswer | UpstreamError): WriteAnswer {
  if (end instanceof UpstreamError) throw end;
  return end;
}
