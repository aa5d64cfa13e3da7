import { UpstreamError } from '../../upstream-error';
import type { DoneAs, IssueNow, MoveAnswer, MoveTarget } from '../jira';
import { editResolution, type Resolving } from './edit-resolution';
import type { Http } from './http';
import { readIssueNow } from './issue-now';

/**
 * Moves an issue by `move`, and reads what came of its resolution where that was asked for: what a workflow sets or
 * clears by itself, no transition tells. Where Jira refuses to clear a resolution the issue is reopened with it. What
 * the transition's screen did not do, the edit screen does where it can.
 */
export async function moveResolved(
  http: Http,
  id: string,
  target: MoveTarget,
  move: (target: MoveTarget) => Promise<MoveAnswer>,
): Promise<MoveAnswer> {
  const answer = await unlessClearing(target, move);
  if (answer.kind !== 'applied' || !asksForResolution(target)) return answer;
  const now = await unlessFailed(readIssueNow(http, id));
  if (now === undefined) return answer;
  // Where the app made no step, people brought it there: how they resolved it stays.
  const left = answer.walked.length < 2 ? undefined : leftToDo(target, now);
  const edited = left && (await unlessFailed(editResolution(http, id, now, left)));
  return { ...answer, now: edited ?? now };
}

/** The move was made, and is told so whatever Jira says afterwards. */
async function unlessFailed<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof UpstreamError) return undefined;
    throw error;
  }
}

/** What the move did not do of the resolution; nothing where somebody moved the issue on. */
function leftToDo(target: MoveTarget, { status, resolution }: IssueNow): Resolving | undefined {
  const isDone = status.category === 'done';
  const isToHaveOne = typeof target.resolution === 'string';
  if (target.to === 'open') return isDone || isToHaveOne || resolution === undefined ? undefined : 'cleared';
  const { as } = target;
  return as && isDone && !isResolvedAs(resolution, as) ? as : undefined;
}

/** A status that says so needs no resolution. */
function isResolvedAs(resolution: IssueNow['resolution'], { resolutionIds }: DoneAs): boolean {
  return resolutionIds.length === 0 || (resolution !== undefined && resolutionIds.includes(resolution.id));
}

async function unlessClearing(
  target: MoveTarget,
  move: (target: MoveTarget) => Promise<MoveAnswer>,
): Promise<MoveAnswer> {
  const answer = await move(target);
  const isRefused = answer.kind === 'refused' && answer.code === 'refused';
  if (!isRefused || target.to === 'done' || !asksForResolution(target)) return answer;
  return move({ to: 'open', ...(target.statusId === undefined ? {} : { statusId: target.statusId }) });
}

function asksForResolution(target: MoveTarget): boolean {
  if (target.resolution !== undefined) return true;
  return target.to === 'done' ? target.as !== undefined : target.isResolved === true;
}
