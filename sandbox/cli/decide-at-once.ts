/** `--take all` and the like: what of a preview they decide. Pure. */
import type { Outcome } from './api';
import type { Decided, SyncArguments } from './sync-arguments';

/**
 * The arguments with a decision for each proposal of the kinds that are decided at once, but those that are decided by
 * their key; the same arguments where there is none.
 */
export function decidedAtOnce<A extends Pick<SyncArguments, 'proposals' | 'atOnce'>>(
  args: A,
  proposed: Outcome['proposals'],
): A {
  const isDecided = (kind: string, issueKey: string) =>
    args.proposals.some((each) => each.kind === kind && each.issueKey === issueKey);
  const more = proposed.flatMap(({ key, proposal }): readonly Decided[] => {
    if (key === undefined || proposal === undefined || isDecided(proposal.kind, key)) return [];
    const choice = args.atOnce.findLast(({ kind }) => kind === undefined || kind === proposal.kind);
    return choice === undefined ? [] : [{ kind: proposal.kind, issueKey: key, take: choice.take }];
  });
  return more.length === 0 ? args : { ...args, proposals: [...args.proposals, ...more] };
}
