import type { Priority } from '../jira/model';
import type { Risk } from '../wellarchitected/model';

/**
 * The priority of a new issue, by rank in the project's own list (highest first), never by name: of Jira's
 * usual five, HIGH gives the second, MEDIUM the third, anything else the fourth. Undefined where the issue
 * has no question or the field is not on the screen; teams re-rank from there.
 */
export function priorityFor(
  risk: Risk | undefined,
  priorities: readonly Priority[] | undefined,
): Priority | undefined {
  if (!risk || !priorities?.length) return undefined;
  const share = risk === 'HIGH' ? 0.25 : risk === 'MEDIUM' ? 0.5 : 0.75;
  return priorities[Math.round((priorities.length - 1) * share)];
}
