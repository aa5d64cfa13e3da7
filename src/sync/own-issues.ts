import type { OurIssue } from '../jira/model';
import { identityKey, isOurs } from '../jira/ownership';

/** Issues of this workload, each once. */
export function ownIssues(issues: readonly OurIssue[], workloadArn: string): readonly OurIssue[] {
  const own = issues.filter(({ property }) => isOurs(property, workloadArn));
  return [...new Map(own.map((issue) => [issue.id, issue])).values()];
}

/** Identity keys of issues. */
export function identitiesOf(issues: readonly OurIssue[]): ReadonlySet<string> {
  return new Set(issues.map(({ property }) => identityKey(property)));
}
