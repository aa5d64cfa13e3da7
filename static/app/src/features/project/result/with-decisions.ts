import type { RunOptions } from '../../runs/run-options';
import type { Decisions } from './use-decisions';

/** What a run was started with, and what was decided since; of the same thing the later holds. Pure. */
export function withDecisions(options: RunOptions | undefined, decisions: Decisions): RunOptions {
  const settle = (options?.settle ?? []).filter(({ issueKey }) => decisions.of(issueKey) === undefined);
  const proposals = (options?.proposals ?? []).filter(
    (before) =>
      !decisions.proposals.some((each) => each.kind === before.kind && each.issueKey === before.issueKey),
  );
  const all = { settle: [...settle, ...decisions.settle], proposals: [...proposals, ...decisions.proposals] };
  return {
    ...options,
    ...(all.settle.length > 0 ? { settle: all.settle } : {}),
    ...(all.proposals.length > 0 ? { proposals: all.proposals } : {}),
  };
}
