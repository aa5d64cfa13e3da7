/** Whether an issue still is as it was when a change of it was decided on. Pure. */
import { canonicalJson } from '../hash';
import { fingerprint } from './adf/fingerprint';
import type { AnyIssue, IssuePatch } from './model';

/** What an update of an issue was decided on. */
type Texts = Pick<AnyIssue, 'summary' | 'description' | 'labels' | 'parentId' | 'projectId' | 'level'>;

/**
 * Its status is none of it: a card may move while its title is corrected. Neither is its property, which proves
 * nothing and is written anew.
 */
export function isAsRead(now: Texts, then: Texts): boolean {
  return digest(now) === digest(then);
}

/** Whether the issue has all that the patch brings: it was sent, and its answer was lost. */
export function hasPatch(now: AnyIssue, patch: IssuePatch): boolean {
  const { summary, description, addLabels = [], removeLabels = [], parentId, property } = patch;
  return (
    (summary === undefined || summary === now.summary) &&
    (description === undefined || fingerprint(description) === fingerprint(now.description)) &&
    addLabels.every((label) => now.labels.includes(label)) &&
    !removeLabels.some((label) => now.labels.includes(label)) &&
    (parentId === undefined || parentId === now.parentId) &&
    (property === undefined || canonicalJson(property) === canonicalJson(now.property ?? null))
  );
}

function digest({ summary, description, labels, parentId, projectId, level }: Texts): string {
  const under = { parentId, projectId, level };
  return canonicalJson({ summary, description: fingerprint(description), labels: [...labels].sort(), under });
}
