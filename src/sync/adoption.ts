/** What a person decided about issues that an earlier installation of the app may have made. Pure. */
import { hash } from '../hash';
import type { OurIssue } from '../jira/model';
import type { Remark } from '../plan/plan';
import type { Plan } from '../review-entries/entry';
import { because } from './reasons';
import type { Sorted } from './whose-issues';

/** `adopt`: they are this review's from now on; `make-new`: they stay as they are, and the review gets new issues. */
export const ADOPTIONS = ['adopt', 'make-new'] as const;
export type Adoption = (typeof ADOPTIONS)[number];

/** `adopted`: those of `issues` that the run takes over. While some are `adoptable`, nobody has decided. */
export interface Decided extends Sorted {
  readonly adopted: readonly OurIssue[];
}

export function decided<S extends Sorted>(sorted: S, adoption: Adoption | undefined): S & Decided {
  const { issues, others, adoptable } = sorted;
  if (adoption === undefined) return { ...sorted, adopted: [] };
  return adoption === 'adopt'
    ? { ...sorted, issues: [...issues, ...adoptable], adoptable: [], adopted: adoptable }
    : { ...sorted, others: [...others, ...adoptable], adoptable: [], adopted: [] };
}

/** A plan that takes issues over is another one than a plan that takes over others, or none. */
export function withAdopted(plan: Plan, adopted: readonly OurIssue[]): Plan {
  if (adopted.length === 0) return plan;
  const ids = adopted.map(({ id }) => id).sort();
  return { ...plan, fingerprint: hash(JSON.stringify([plan.fingerprint, ids])) };
}

/** Which issues these are, and who made them. */
export function adoptionRemarks({ adoptable, adopted }: Decided): readonly Remark[] {
  return [
    ...adoptable.map((issue) => remark(issue, 'could-be-adopted')),
    ...adopted.map((issue) => remark(issue, 'is-adopted')),
  ];
}

function remark({ key, summary, creator }: OurIssue, code: 'could-be-adopted' | 'is-adopted'): Remark {
  return { key, title: summary, ...because(code, { creator: creator?.name ?? 'none' }) };
}
