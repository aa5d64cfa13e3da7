/** Which transition closes or reopens an issue: pure, by status category and id, never by a status's name. */
import type { MoveTarget } from '../jira';
import type { Transition } from './transition-schema';

export type Choice =
  | { readonly kind: 'chosen'; readonly transition: Transition }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string };

/**
 * Closing: the one done status that the workflow offers, or the one that the setting names. Reopening: the
 * first status to do, else the first in progress. Several transitions may reach a status: one that asks for
 * nothing wins. `current` is the name of the status now, for messages.
 *
 * Refusals: `no-permission-or-workflow` (Jira offers nothing), `no-transition`, `several-done-statuses`,
 * `required-fields`.
 */
export function chooseTransition(
  transitions: readonly Transition[],
  target: MoveTarget,
  current: string,
): Choice {
  if (transitions.length === 0) return offersNothing(current);
  const available = transitions.filter((transition) => transition.isAvailable !== false);
  const candidates = target.to === 'done' ? toDone(available, target.statusId) : toOpen(available);
  if (candidates.length === 0) return leadsNowhere(available, target, current);
  const statuses = distinctStatuses(candidates);
  if (target.to === 'done' && statuses.length > 1) return offersSeveral(statuses);
  const transition = candidates.find((candidate) => unfillableFields(candidate).length === 0);
  return transition === undefined ? asksForMore(candidates) : { kind: 'chosen', transition };
}

function toDone(transitions: readonly Transition[], statusId: string | undefined): readonly Transition[] {
  const done = transitions.filter(({ to }) => to.statusCategory === 'done');
  return statusId === undefined ? done : done.filter(({ to }) => to.id === statusId);
}

function toOpen(transitions: readonly Transition[]): readonly Transition[] {
  const toDo = transitions.filter(({ to }) => to.statusCategory === 'new');
  return [...toDo, ...transitions.filter(({ to }) => to.statusCategory === 'indeterminate')];
}

/** Names of the fields that the screen demands and the app cannot fill; it knows a resolution only. */
function unfillableFields(transition: Transition): readonly string[] {
  return Object.entries(transition.fields)
    .filter(([id, field]) => id !== 'resolution' && field.required === true && field.hasDefaultValue !== true)
    .map(([id, field]) => field.name ?? id);
}

function distinctStatuses(transitions: readonly Transition[]): readonly string[] {
  return [...new Map(transitions.map(({ to }) => [to.id, `${to.name} (${to.id})`])).values()];
}

function offersNothing(current: string): Choice {
  const reason =
    `Jira offers no transition from "${current}": the app lacks the permission Transition issues, ` +
    `or the workflow has no way on from there.`;
  return { kind: 'refused', code: 'no-permission-or-workflow', reason };
}

function leadsNowhere(available: readonly Transition[], target: MoveTarget, current: string): Choice {
  const offered = distinctStatuses(available).join(', ') || 'nothing';
  const reason =
    `The workflow offers no transition from "${current}" to ${wantedStatus(target)}, only to ${offered}. ` +
    `It may hide one, for example while Sub-tasks are open.`;
  return { kind: 'refused', code: 'no-transition', reason };
}

function wantedStatus(target: MoveTarget): string {
  if (target.to === 'open') return 'an open status';
  return target.statusId === undefined
    ? 'a done status'
    : `the done status of the settings (${target.statusId})`;
}

function offersSeveral(statuses: readonly string[]): Choice {
  const reason = `The workflow has several done statuses: ${statuses.join(', ')}. Choose one in the settings.`;
  return { kind: 'refused', code: 'several-done-statuses', reason };
}

function asksForMore(candidates: readonly Transition[]): Choice {
  const first = candidates[0];
  const fields = first === undefined ? [] : unfillableFields(first);
  const reason = `The transition to "${first?.to.name ?? ''}" requires fields that the app does not fill: ${fields.join(', ')}.`;
  return { kind: 'refused', code: 'required-fields', reason };
}
