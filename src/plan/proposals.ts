/**
 * What a run could do beside what was asked of it. A preview shows it, and a person leaves it out or asks for it;
 * where nobody looks at the plan none of it is done.
 */

/**
 * - `below-epic`: a Task without a parent is put below its Epic.
 * - `renamed`: the issue of an item that the source withdrew becomes that of one of the same title.
 * - `twin`: of two issues for one item the newer is removed, which nobody has touched.
 */
export const PROPOSALS = ['below-epic', 'renamed', 'twin'] as const;
export type ProposalKind = (typeof PROPOSALS)[number];

/** What a person decided of one. */
export interface Decision {
  readonly kind: ProposalKind;
  readonly issueKey: string;
  readonly take: boolean;
}

export interface Proposals {
  /** A person sees the plan before it is applied. */
  readonly shown: boolean;
  readonly decided: readonly Decision[];
}

/** Of a remark: what it proposes, and whether the plan does it. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly taken: boolean;
}

/** Nobody looks. */
export const NOT_SHOWN: Proposals = { shown: false, decided: [] };

/** Whether a plan does what is proposed of an issue. @param unless a person decided otherwise */
export function isTaken(
  kind: ProposalKind,
  { key }: { readonly key: string },
  unless: boolean,
  { shown, decided }: Proposals,
): boolean {
  const decision = decided.find((each) => each.kind === kind && each.issueKey === key);
  return shown && (decision?.take ?? unless);
}
