import { useDraft } from '../../../data/use-draft';
import type { ProposalDecision } from '../../../../../../src/contract';
import type { Settlement } from '../contract-types';

export type Keep = Settlement['keep'];

export interface Decisions {
  readonly of: (issueKey: string) => Keep | undefined;
  /** The same decision again takes it back. */
  readonly decide: (issueKey: string, keep: Keep) => void;
  readonly settle: readonly Settlement[];
  readonly taken: (proposed: Proposed) => boolean;
  /** The same of each. What the plan does anyway is no decision. */
  readonly take: (proposed: readonly Proposed[], take: boolean) => void;
  readonly proposals: readonly ProposalDecision[];
  /** How many there are. */
  readonly count: number;
}

/** A proposal of a plan, and whether the plan does it. */
export interface Proposed extends Pick<ProposalDecision, 'kind' | 'issueKey'> {
  readonly taken: boolean;
}

/** What a person has said so far of a run's conflicts and proposals. Survives a reload. */
export function useDecisions(runId: string): Decisions {
  const draft = useDraft<readonly Settlement[]>(`decisions:${runId}`, []);
  const proposals = useDraft<readonly ProposalDecision[]>(`proposals:${runId}`, []);
  const of = (issueKey: string) => draft.value.find((each) => each.issueKey === issueKey)?.keep;
  return {
    of,
    settle: draft.value,
    decide(issueKey, keep) {
      const others = draft.value.filter((each) => each.issueKey !== issueKey);
      draft.set(of(issueKey) === keep ? others : [...others, { issueKey, keep }]);
    },
    taken: (proposed) => proposals.value.find((each) => isOf(each, proposed))?.take ?? proposed.taken,
    take(proposed, take) {
      const others = proposals.value.filter((before) => !proposed.some((each) => isOf(before, each)));
      const differing = proposed.filter(({ taken }) => taken !== take);
      proposals.set([...others, ...differing.map(({ kind, issueKey }) => ({ kind, issueKey, take }))]);
    },
    proposals: proposals.value,
    count: draft.value.length + proposals.value.length,
  };
}

function isOf(decision: ProposalDecision, { kind, issueKey }: Proposed): boolean {
  return decision.kind === kind && decision.issueKey === issueKey;
}
