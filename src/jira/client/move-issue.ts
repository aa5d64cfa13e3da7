import { UpstreamError } from '../../upstream-error';
import type { MoveAnswer, MoveTarget } from '../jira';
import type { Named } from '../model';
import { because } from '../reasons';
import { NO_GUIDE, type Guide } from '../ways';
import { MAX_RETRIES } from './backoff';
import type { Http } from './http';
import { nextStep } from './next-step';
import { performStep, type Performed } from './perform-step';
import { movedMeanwhile, refused, type RefusedMove } from './refused-move';
import { readStatus, type Status } from './transitions';

/** Refusals that say nothing of the workflow: the next issue may well go where this one did not. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['deleted', 'conflict', 'failed', 'moved-meanwhile']);

/**
 * Moves an issue to a done status or back, straight or through statuses on the way. People act between two calls:
 * before each step the status is read and compared with what it was when the move was decided on, or with what the
 * step before led to, and where somebody moved the issue the walk ends. Between that read and the transition nothing
 * waits and nothing is sent twice: after whatever may pass (429, 409, a lost answer) the status is read again, and
 * tells whether the transition was made. Throws where Jira gives no answer to the end, unless steps were made.
 *
 * `refused` codes: those of `nextStep`, `moved-meanwhile`, `deleted`, `forbidden`, `conflict`, and `refused` with
 * Jira's words (open Sub-tasks, a validator).
 */
export async function moveIssue(
  http: Http,
  id: string,
  target: MoveTarget,
  guide: Guide = NO_GUIDE,
  decidedOn?: Named,
): Promise<MoveAnswer> {
  const walked: Status[] = [];
  try {
    return await walk({ http, id, decidedOn, target, guide }, walked);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    if (error.details.code === '404')
      return ended(refused('deleted', because('issue-gone', { issue: id })), walked);
    // Where Jira says when to go on, or keeps the app out, that is about more than this issue.
    const { code, retryAfterSeconds } = error.details;
    if (walked.length < 2 || retryAfterSeconds !== undefined || code === '401') throw error;
    return ended(refused('failed', error.reason), walked);
  }
}

interface Errand {
  readonly http: Http;
  readonly id: string;
  readonly decidedOn: Named | undefined;
  readonly target: MoveTarget;
  readonly guide: Guide;
}

/** @param walked gets each status that the issue has had, as Jira said */
async function walk({ http, id, decidedOn, target, guide }: Errand, walked: Status[]): Promise<MoveAnswer> {
  /** Where a step leads of which Jira did not say whether it was made. */
  let unsure: Status | undefined;
  for (let attempt = 0; ;) {
    const now = await readStatus(http, id);
    const last = walked.at(-1);
    const wasMade = now.id === unsure?.id;
    if (isThere(now, target)) return arrived(wasMade ? [...walked, now] : [now]);
    const { id: expected, name } = last ?? decidedOn ?? now;
    if (now.id !== expected && !wasMade) return ended(movedMeanwhile(name, now.name), walked, now);
    if (last === undefined || wasMade) walked.push(now);
    if (wasMade) attempt = 0;
    const answer = await stepFrom(now, { http, id, target, guide }, walked);
    if (answer.kind === 'refused') return ended(answer, walked);
    if (answer.kind === 'again') {
      if (!(await mayTryAgain(http, answer.end, attempt++))) return giveUp(answer.end, walked);
      unsure = answer.to;
      continue;
    }
    walked.push(answer.to);
    if (answer.isLast) return arrived(walked);
    unsure = undefined;
    attempt = 0;
  }
}

type Stepped =
  | { readonly kind: 'made'; readonly to: Status; readonly isLast: boolean }
  | Exclude<Performed, { kind: 'made' }>;

/** One step from where the issue stands, if nothing on the way there has to wait. */
async function stepFrom(
  now: Status,
  { http, id, target, guide }: Omit<Errand, 'decidedOn'>,
  walked: readonly Status[],
): Promise<Stepped> {
  const visited = walked.map((status) => status.id);
  try {
    const step = await nextStep(http, id, target, { visited, from: now.name, guide });
    if (step.kind === 'refused') return step;
    const performed = await performStep(http, id, now.name, step);
    if (performed.kind !== 'made') return performed;
    return { kind: 'made', to: step.transition.to, isLast: step.kind === 'last' };
  } catch (error) {
    if (!(error instanceof UpstreamError) || !error.details.retryable) throw error;
    return { kind: 'again', end: error };
  }
}

async function mayTryAgain(http: Http, end: RefusedMove | UpstreamError, attempt: number): Promise<boolean> {
  if (end instanceof UpstreamError) return http.waitAfter(end, attempt);
  if (attempt >= MAX_RETRIES) return false;
  await http.pause(attempt);
  return true;
}

function isThere({ statusCategory }: Status, { to }: MoveTarget): boolean {
  return (statusCategory === 'done') === (to === 'done');
}

function arrived(walked: readonly Status[]): MoveAnswer {
  return { kind: 'applied', walked: walked.map(named) };
}

/** What a walk comes to that goes no further. */
function ended(refusal: RefusedMove, walked: readonly Status[], at = walked.at(-1)): MoveAnswer {
  if (walked.length < 2 || at === undefined) return refusal;
  const kind = OF_THE_MOMENT.has(refusal.code) ? 'interrupted' : 'stuck';
  return { kind, at: named(at), walked: walked.map(named), reason: refusal.reason };
}

function giveUp(end: RefusedMove | UpstreamError, walked: readonly Status[]): MoveAnswer {
  if (end instanceof UpstreamError) throw end;
  return ended(end, walked);
}

function named({ id, name }: Status): Named {
  return { id, name };
}
