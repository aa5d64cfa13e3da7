import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';

/** Identity keys of issues. */
export function identitiesOf(issues: readonly OurIssue[]): ReadonlySet<string> {
  return new Set(issues.map(({ property }) => identityKey(property)));
}
