/** How issues move through their project's workflow. */
import type { Issue, IssuePatch } from '../model/issue';
import type { Transition } from '../model/workflow';
import { RESOLUTION_DONE } from '../seed/priorities';
import type { Site } from '../site';
import { referenced } from '../tables';
import { subtasksOf } from './subtasks';

/** Transitions that lead away from the issue's status, whether or not their conditions hold. */
export function transitionsFrom(site: Site, issue: Issue): readonly Transition[] {
  const { workflow } = referenced(site.tables.projects, issue.projectId);
  return workflow.transitions.filter(({ from }) => from === 'any' || from.includes(issue.statusId));
}

/**
 * Whether the transition's conditions hold for the issue and who asks. That one which is hidden from users is listed
 * among those that fail a condition follows from what the document says of both; unverified (J1) on a live site.
 */
export function isOpen(
  site: Site,
  issue: Issue,
  transition: Transition,
  accountId: string | undefined,
): boolean {
  const { onlyFor, hiddenFromUsers, blockedByOpenSubtasks } = transition;
  if (hiddenFromUsers === true) return false;
  if (onlyFor !== undefined && !onlyFor.includes(accountId ?? '')) return false;
  if (!blockedByOpenSubtasks) return true;
  return subtasksOf(site, issue).every((child) => categoryOf(site, child.statusId) === 'done');
}

/** Whether it has any, as the document's `isConditional` tells. */
export function hasCondition({ onlyFor, hiddenFromUsers, blockedByOpenSubtasks }: Transition): boolean {
  return blockedByOpenSubtasks || onlyFor !== undefined || hiddenFromUsers === true;
}

/** The issue after the transition; `patch` is what its screen set. */
export function afterTransition(site: Site, issue: Issue, transition: Transition, patch: IssuePatch): Issue {
  const { workflow } = referenced(site.tables.projects, issue.projectId);
  const moved: Issue = { ...issue, ...patch, custom: { ...issue.custom, ...patch.custom } };
  return withStatus(site, moved, transition.to, workflow.automaticResolution);
}

/** The issue in another status, with what follows for the category's date and the resolution. */
export function withStatus(site: Site, issue: Issue, statusId: string, automaticResolution: boolean): Issue {
  const now = site.clock.now();
  const from = categoryOf(site, issue.statusId);
  const to = categoryOf(site, statusId);
  const resolutionId = automaticResolution ? automatic(issue.resolutionId, to) : issue.resolutionId;
  const resolved = resolutionId === undefined ? undefined : (issue.resolved ?? now);
  const statusCategoryChanged = from === to ? issue.statusCategoryChanged : now;
  return { ...issue, statusId, statusCategoryChanged, resolutionId, resolved };
}

function automatic(current: string | undefined, category: string): string | undefined {
  return category === 'done' ? (current ?? RESOLUTION_DONE) : undefined;
}

function categoryOf(site: Site, statusId: string): string {
  return referenced(site.tables.statuses, statusId).category;
}
