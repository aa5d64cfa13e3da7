import type { Remark } from '../plan/plan';
import type { FoundIssues } from './find-issues';
import { because } from './reasons';

/** Anybody can make any number of them. */
const MOST_TOLD = 20;

/**
 * Issues that say they belong to the review and do not: told once a run, the newest first up to a bound, then how many
 * more.
 */
export function othersRemarks(
  { others, claims, moreClaims }: Pick<FoundIssues, 'others' | 'claims' | 'moreClaims'>,
  workloadName: string,
): readonly Remark[] {
  // Jira gives ids in ascending order.
  const all = [...others, ...claims].sort((one, other) => Number(other.id) - Number(one.id));
  const more = all.length - MOST_TOLD;
  return [
    ...all
      .slice(0, MOST_TOLD)
      .map(({ key, summary }) => ({ key, title: summary, ...because('says-it-belongs') })),
    ...(more > 0
      ? [
          {
            title: workloadName,
            ...because('more-say-they-belong', { issues: more, atLeast: moreClaims ? 'yes' : 'no' }),
          },
        ]
      : []),
  ];
}
