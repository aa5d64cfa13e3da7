/** What a person decided about issues that an earlier installation of the app may have made. Pure. */
import { OWNED_LABEL } from '../jira/labels';
import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import { CREATED } from '../plan/link';
import type { Remark } from '../plan/plan';
import type { Reason } from '../reason';
import { fromPlanState, type Link } from '../review-entries/link';
import { because } from './reasons';
import type { Sorted } from './whose-issues';

/** Issues that one reason names. */
const MOST_NAMED = 20;

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

/** Why nothing can be adopted: several issues say that they are one item, and which is meant only people know. */
export function doubled(adopted: readonly OurIssue[]): Reason | undefined {
  const first = new Map<string, OurIssue>();
  const issues = new Set<OurIssue>();
  for (const issue of adopted) {
    const key = identityKey(issue.property);
    const other = first.get(key);
    if (other) issues.add(other).add(issue);
    else first.set(key, issue);
  }
  const refs = [...issues].slice(0, MOST_NAMED).map(({ key }) => ({ issueKey: key }));
  return refs.length > 0 ? because('adopted-twice', { issues: refs }) : undefined;
}

/**
 * Links of all that is adopted, whatever the run leaves out: what is not linked now would be made a second time by
 * a later one. What the app last wrote is not known, so no text of people's is ever taken for it.
 */
export function linksOf(adopted: readonly OurIssue[]): readonly Link[] {
  return adopted.map(({ id, labels, property: { v, hash, pillar, risk, ...identity } }) => ({
    identity,
    issueId: id,
    summary: '',
    descriptionHash: '',
    labels: labels.filter((label) => label === OWNED_LABEL),
    synced: fromPlanState(CREATED),
  }));
}

/** How many there are, then which, and who made them: a person may see less than the app adopts. */
export function adoptionRemarks({ adoptable, adopted }: Decided, workloadName: string): readonly Remark[] {
  return [
    ...(adopted.length > 0
      ? [{ title: workloadName, ...because('adopts', { issues: adopted.length }) }]
      : []),
    ...adoptable.map((issue) => remark(issue, 'could-be-adopted')),
    ...adopted.map((issue) => remark(issue, 'is-adopted')),
  ];
}

function remark({ key, summary, creator }: OurIssue, code: 'could-be-adopted' | 'is-adopted'): Remark {
  return { key, title: summary, ...because(code, { creator: creator?.name ?? 'none' }) };
}
