/** Decisions of a command line on what a plan does not ask. Pure. */
import type { Outcome } from './api';
import type { SyncArguments } from './sync-arguments';

/** A line for each option that names no conflict and no proposal of the plan as it is without any of them. */
export function noSuchDecisions(
  { conflicts, proposals }: Pick<Outcome, 'conflicts' | 'proposals'>,
  { settle, proposals: decided }: Pick<SyncArguments, 'settle' | 'proposals'>,
): readonly string[] {
  const settles = settle
    .filter(({ issueKey }) => !conflicts.some(({ key }) => key === issueKey))
    .map(({ issueKey, keep }) => `--settle ${issueKey}=${keep}: there is no conflict of ${issueKey}.`);
  const decides = decided
    .filter(
      ({ kind, issueKey }) =>
        !proposals.some(({ key, proposal }) => key === issueKey && proposal?.kind === kind),
    )
    .map(({ kind, issueKey, take }) => {
      const option = `--${take ? 'take' : 'leave'} ${kind}:${issueKey}`;
      return `${option}: nothing of that kind is proposed for ${issueKey}.`;
    });
  return [...settles, ...decides];
}
