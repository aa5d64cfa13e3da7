import type { Priority } from '../jira/model';
import type { Risk } from '../wellarchitected/model';

/**
 * The priority of a new issue, by rank in the project's own list (highest first), never by name: of Jira's
 * usual five, HIGH gives the second, MEDIUM the third, anything else the fourth; of three or more, three
 * different ones. Undefined where the issue has no question or the field is not on the screen; teams re-rank
 * from there.
 */
export function priorityFor(
  risk: Risk | undefined,
  priorities: readonly Priority[] | undefined,
): Priority | undefined {
  if (!risk || !priorities?.length) return undefined;
  const last = priorities.length - 1;
  if (risk === 'HIGH') return priorities[Math.ceil(last * 0.25 - 0.5)];
  return priorities[risk === 'MEDIUM' ? Math.round(last * 0.5) : Math.ceil(last * 0.75)];
}
