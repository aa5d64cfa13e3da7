/** Which transition closes or reopens an issue: pure, by status category and id, never by a status's name. */
import type { MoveTarget } from '../jira';
import {
  asksForMore,
  offersNothing,
  offersSeveral,
  statusNames,
  type Demand,
  type RefusedMove,
} from './refused-move';
import type { Transition } from './transition-schema';

/** `elsewhere`: nothing that is `offered` leads to the target. */
export type Choice =
  | { readonly kind: 'chosen'; readonly transition: Transition }
  | { readonly kind: 'elsewhere'; readonly offered: readonly Transition[] }
  | RefusedMove;

/**
 * Closing: the one done status that the workflow offers, or the one that the setting names. Reopening: the
 * first status to do, else the first in progress. Several transitions may reach a status: one that asks for
 * nothing wins. `from` is the name of the status now, for messages.
 *
 * Refusals: `no-permission-or-workflow` (Jira offers nothing), `several-done-statuses`, `required-fields`.
 */
export function chooseTransition(
  transitions: readonly Transition[],
  target: MoveTarget,
  from: string,
): Choice {
  if (transitions.length === 0) return offersNothing(from);
  const offered = transitions.filter((transition) => transition.isAvailable !== false);
  const candidates = target.to === 'done' ? toDone(offered, target.statusId) : toOpen(offered);
  const [first, ...others] = candidates;
  if (first === undefined) return { kind: 'elsewhere', offered };
  if (target.to === 'done' && statusNames(candidates).length > 1) return offersSeveral(from, candidates);
  const transition = candidates.find((candidate) => unfillableFields(candidate).length === 0);
  if (transition === undefined) return asksForMore(from, [demandOf(first), ...others.map(demandOf)]);
  return { kind: 'chosen', transition };
}

function toDone(transitions: readonly Transition[], statusId: string | undefined): readonly Transition[] {
  const done = transitions.filter(({ to }) => to.statusCategory === 'done');
  return statusId === undefined ? done : done.filter(({ to }) => to.id === statusId);
}

function toOpen(transitions: readonly Transition[]): readonly Transition[] {
  const toDo = transitions.filter(({ to }) => to.statusCategory === 'new');
  return [...toDo, ...transitions.filter(({ to }) => to.statusCategory === 'indeterminate')];
}

function demandOf(transition: Transition): Demand {
  return { status: transition.to.name, fields: unfillableFields(transition) };
}

/** Fields that the screen demands and the app cannot fill, by name and id; it knows a resolution only. */
function unfillableFields(transition: Transition): readonly string[] {
  return Object.entries(transition.fields)
    .filter(([id, field]) => id !== 'resolution' && field.required === true && field.hasDefaultValue !== true)
    .map(([id, { name }]) => (name === undefined ? id : `${name} (${id})`));
}
