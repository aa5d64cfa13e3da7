import { UpstreamError } from '../../upstream-error';
import type { DoneAs, IssueNow, ResolveAnswer } from '../jira';
import { because } from '../reasons';
import { editResolution } from './edit-resolution';
import { unfillableFields } from './choose-transition';
import type { Http } from './http';
import { readIssueNow } from './issue-now';
import { refused, refusedByJira } from './refused-move';
import { route } from './requester';
import { offeredResolution, resolutionField } from './resolution';
import type { Transition } from './transition-schema';
import { readTransitions } from './transitions';
import { writeAnswer } from './update-issue';

/** Tries, each after a read of its own. */
const TRIES = 3;

/** How a transition is performed that stays where the issue is. */
interface Step {
  readonly transition: Transition;
  readonly resolutionId: string | undefined;
}

/**
 * See `Jira.resolve`. The issue is read before and after: people act between two calls, and a workflow may set
 * another resolution than it was sent. Between the read and the write nothing waits: after whatever may pass the issue
 * is read and compared anew.
 * `refused` codes: `conflict` (somebody moved or resolved it meanwhile), `deleted`, `forbidden`, and `refused` with Jira's words.
 */
export async function resolveIssue(
  http: Http,
  { id, ...read }: IssueNow & { readonly id: string },
  as: DoneAs,
): Promise<ResolveAnswer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await resolveOnce(http, id, read, as);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      if (error.details.code === '404') return refused('deleted', because('issue-gone', { issue: id }));
      if (attempt + 1 === TRIES || !(await http.waitAfter(error, attempt))) throw error;
    }
  }
}

async function resolveOnce(http: Http, id: string, read: IssueNow, as: DoneAs): Promise<ResolveAnswer> {
  const before = await readIssueNow(http, id);
  if (says(before, as)) return { kind: 'applied', now: before };
  if (!isSame(before, read)) {
    return refused('conflict', because('resolved-meanwhile', { status: before.status.name }));
  }
  const step = chooseStep(await readTransitions(http, id), before, as);
  if (step === undefined) return editOnce(http, id, before, as);
  const answer = await perform(http, id, before, step);
  return answer.kind === 'applied' ? { ...answer, now: await readIssueNow(http, id) } : answer;
}

/** Where no transition offers it, the edit screen may. */
async function editOnce(http: Http, id: string, before: IssueNow, as: DoneAs): Promise<ResolveAnswer> {
  const now = await editResolution(http, id, before, as);
  if (now === undefined) return { kind: 'not-offered' };
  if (says(now, as) || isSame(now, before)) return { kind: 'applied', now };
  return refused('conflict', because('resolved-meanwhile', { status: now.status.name }));
}

function isSame(one: IssueNow, other: IssueNow): boolean {
  return one.status.id === other.status.id && one.resolution?.id === other.resolution?.id;
}

function says({ status, resolution }: IssueNow, { resolutionIds, statusIds }: DoneAs): boolean {
  if (status.category !== 'done') return false;
  if (resolution !== undefined && resolutionIds.includes(resolution.id)) return true;
  return resolutionIds.length === 0 && statusIds.includes(status.id);
}

/** A transition that stays in the status and offers a resolution that is wanted, else one to a status that is. */
function chooseStep(transitions: readonly Transition[], now: IssueNow, as: DoneAs): Step | undefined {
  const offered = transitions.filter(
    (each) =>
      each.isAvailable !== false && each.to.statusCategory === 'done' && unfillableFields(each).length === 0,
  );
  for (const transition of offered) {
    const resolution = offeredResolution(transition, as);
    const stays = transition.to.id === now.status.id || as.statusIds.includes(transition.to.id);
    if (stays && resolution !== undefined) return { transition, resolutionId: resolution.id };
  }
  const isPlain = ({ fields }: Transition) => fields.resolution?.required !== true;
  const transition = offered.find((each) => as.statusIds.includes(each.to.id) && isPlain(each));
  return transition && transition.to.id !== now.status.id
    ? { transition, resolutionId: undefined }
    : undefined;
}

async function perform(http: Http, id: string, { status }: IssueNow, { transition, resolutionId }: Step) {
  const what = because('to-resolve-issue', { issue: id });
  const resolution =
    resolutionId === undefined ? { kind: 'none' as const } : { kind: 'chosen' as const, id: resolutionId };
  const body = { transition: { id: transition.id }, ...resolutionField(resolution) };
  const call = { what, method: 'POST', repeatable: false, once: true, body } as const;
  const reply = await http.send({ ...call, route: route`/rest/api/3/issue/${id}/transitions` });
  return writeAnswer(what, reply, (refusal) => refusedByJira(status.name, transition, refusal));
}
