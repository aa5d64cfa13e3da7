import { UpstreamError } from '../../upstream-error';
import type { MoveAnswer, MoveTarget } from '../jira';
import type { Http } from './http';
import { readIssueNow } from './issue-now';

/**
 * Moves an issue by `move`, and reads what came of its resolution where that was asked for: what a workflow sets or
 * clears by itself, no transition tells. Where Jira refuses to clear a resolution the issue is reopened with it.
 */
export async function moveResolved(
  http: Http,
  id: string,
  target: MoveTarget,
  move: (target: MoveTarget) => Promise<MoveAnswer>,
): Promise<MoveAnswer> {
  const answer = await unlessClearing(target, move);
  if (answer.kind !== 'applied' || !asksForResolution(target)) return answer;
  try {
    return { ...answer, now: await readIssueNow(http, id) };
  } catch (error) {
    // The move was made, and is told so.
    if (error instanceof UpstreamError) return answer;
    throw error;
  }
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
