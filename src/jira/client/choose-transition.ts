/** Which transition closes or reopens an issue: pure, by status category and id, never by a status's name. */
import type { MoveTarget } from '../jira';
import { asksForMore, offersSeveral, statusNames, type Demand, type RefusedMove } from './refused-move';
import { offeredResolution } from './resolution';
import type { ScreenField, Transition } from './transition-schema';

type ToDone = Extract<MoveTarget, { to: 'done' }>;
type ToOpen = Extract<MoveTarget, { to: 'open' }>;

/** `elsewhere`: nothing that is offered leads to the target. */
export type Choice =
  { readonly kind: 'chosen'; readonly transition: Transition } | { readonly kind: 'elsewhere' } | RefusedMove;

/**
 * Closing: the status that says how the issue is done, else the one done status that the workflow offers, or the
 * one that the setting names. Reopening: the status that is preferred, else the first to do, else the first in progress. Several transitions may
 * reach a status: one that asks for nothing wins, and of those one that offers the resolution that is wanted. `from`
 * is the name of the status now, for messages.
 *
 * Refusals: `several-done-statuses`, `required-fields`.
 *
 * @param offered those that are available
 */
export function chooseTransition(offered: readonly Transition[], target: MoveTarget, from: string): Choice {
  const candidates = leadingTo(target, offered);
  const [first, ...others] = candidates;
  if (first === undefined) return { kind: 'elsewhere' };
  if (target.to === 'done' && statusNames(candidates).length > 1) return offersSeveral(from, candidates);
  const fillable = candidates.filter((candidate) => unfillableFields(candidate).length === 0);
  const as = target.to === 'done' ? target.as : undefined;
  const transition = fillable.find((candidate) => offeredResolution(candidate, as)) ?? fillable[0];
  if (transition === undefined) return asksForMore(from, [demandOf(first), ...others.map(demandOf)]);
  return { kind: 'chosen', transition };
}

/** Those of the transitions that lead straight to the target, in the order in which they are taken. */
export function leadingTo(target: MoveTarget, transitions: readonly Transition[]): readonly Transition[] {
  return target.to === 'done' ? toDone(transitions, target) : toOpen(transitions, target);
}

/** To the first status that says how the issue is done, where one is offered. */
function toDone(transitions: readonly Transition[], { statusId, as }: ToDone): readonly Transition[] {
  const done = transitions.filter(({ to }) => to.statusCategory === 'done');
  const saying = as?.statusIds.find((id) => done.some(({ to }) => to.id === id));
  if (saying !== undefined) return done.filter(({ to }) => to.id === saying);
  return statusId === undefined ? done : done.filter(({ to }) => to.id === statusId);
}

function toOpen(transitions: readonly Transition[], { statusId }: ToOpen): readonly Transition[] {
  const open = transitions.filter(({ to }) => to.statusCategory !== 'done');
  const rank = ({ to }: Transition) => (to.id === statusId ? 0 : to.statusCategory === 'new' ? 1 : 2);
  return open.toSorted((one, other) => rank(one) - rank(other));
}

function demandOf(transition: Transition): Demand {
  return { status: transition.to.name, fields: unfillableFields(transition) };
}

/** Fields that the screen demands and the app cannot fill, by name and id; it knows a resolution only. */
export function unfillableFields(transition: Transition): readonly string[] {
  return demandedFields(transition)
    .filter(([id]) => id !== 'resolution')
    .map(([id, { name }]) => (name === undefined ? id : `${name} (${id})`));
}

/** Required fields of the screen that have no value by themselves. */
export function demandedFields(transition: Transition): readonly (readonly [string, ScreenField])[] {
  return Object.entries(transition.fields).filter(
    ([, field]) => field.required === true && field.hasDefaultValue !== true,
  );
}
