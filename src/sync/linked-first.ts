/** Which of the issues that say they belong to a review are its issues, by what the app remembers. Pure. */
import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { WorkloadLinks } from '../links/link-store';
import type { Remark } from '../plan/plan';
import { because } from './reasons';

export interface Sorted {
  readonly issues: readonly OurIssue[];
  /** Issues that say so and are not: a clone, and one whose property somebody changed. Nothing is written to them. */
  readonly others: readonly OurIssue[];
}

/**
 * An item whose linked issue is there has that issue alone, whatever else bears its identity; and an issue that
 * is linked to one item is no other item's.
 */
export function linkedFirst(issues: readonly OurIssue[], { links }: WorkloadLinks): Sorted {
  const linkedIds = new Set([...links.values()].map(({ issueId }) => issueId));
  const isLinked = (issue: OurIssue) => links.get(keyOf(issue))?.issueId === issue.id;
  const taken = new Set(issues.filter(isLinked).map(keyOf));
  const isOne = (issue: OurIssue) => isLinked(issue) || !(linkedIds.has(issue.id) || taken.has(keyOf(issue)));
  return { issues: issues.filter(isOne), others: issues.filter((issue) => !isOne(issue)) };
}

function keyOf({ property }: OurIssue): string {
  return identityKey(property);
}

/** Anybody can make any number of them. */
const MOST_TOLD = 20;

/** Told once a run, each up to a bound, then how many more there are. */
export function othersRemarks(others: readonly OurIssue[], workloadName: string): readonly Remark[] {
  const more = others.length - MOST_TOLD;
  return [
    ...others
      .slice(0, MOST_TOLD)
      .map(({ key, summary }) => ({ key, title: summary, ...because('says-it-belongs') })),
    ...(more > 0 ? [{ title: workloadName, ...because('more-say-they-belong', { issues: more }) }] : []),
  ];
}
