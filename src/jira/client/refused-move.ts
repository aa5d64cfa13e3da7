/**
 * Why an issue stays where it is. Each reason names the statuses and the fields that it is about; `from` is the
 * name of the status now.
 */
import type { Reason } from '../../reason';
import type { WriteAnswer } from '../jira';
import { because } from '../reasons';
import { saidIn } from './errors';
import type { Reply } from './http';
import type { Transition } from './transition-schema';

export type RefusedMove = Extract<WriteAnswer, { kind: 'refused' }>;

/** What a transition asks for and the app cannot give. */
export interface Demand {
  readonly status: string;
  readonly fields: readonly string[];
}

export function refused(code: string, reason: Reason): RefusedMove {
  return { kind: 'refused', code, reason };
}

export function offersNothing(from: string): RefusedMove {
  return refused('no-permission-or-workflow', because('move-not-offered', { from }));
}

/** `wanted`: a status, or a kind of statuses. */
export function leadsElsewhere(
  from: string,
  wanted: Reason,
  transitions: readonly Transition[],
): RefusedMove {
  const offered = statusNames(transitions);
  const reason = because('move-leads-elsewhere', { from, wanted, offered, count: offered.length });
  return refused('no-transition', reason);
}

export function offersSeveral(from: string, candidates: readonly Transition[]): RefusedMove {
  return refused(
    'several-done-statuses',
    because('move-to-several', { from, offered: statusNames(candidates) }),
  );
}

/** @param hidden transitions that lead to the target and whose condition does not hold */
export function hasCondition(from: string, hidden: readonly Transition[]): RefusedMove {
  return refused('condition', because('move-has-condition', { from, to: statusNames(hidden) }));
}

export function tooLong(from: string, wanted: Reason, steps: number): RefusedMove {
  return refused('too-long', because('move-too-long', { from, wanted, steps }));
}

/** @param from where the app had brought it, `to` where somebody did; names */
export function movedMeanwhile(from: string, to: string): RefusedMove {
  return refused('moved-meanwhile', because('moved-meanwhile', { from, to }));
}

/** @param demands of each transition there is, one at least */
export function asksForMore(from: string, demands: readonly [Demand, ...Demand[]]): RefusedMove {
  return refused('required-fields', because('move-needs-fields', { from, demands: inAll(demands) }));
}

function inAll([{ status, fields }, next, ...rest]: readonly [Demand, ...Demand[]]): Reason {
  const demand = because('demand-of-transition', { status, fields });
  return next === undefined
    ? demand
    : because('demand-and-others', { demand, others: inAll([next, ...rest]) });
}

export function noResolution(
  from: string,
  { to, fields }: Transition,
  allowed: readonly string[],
): RefusedMove {
  const field = fields.resolution?.name ?? 'Resolution';
  const about = { from, to: to.name, field, offered: allowed, count: allowed.length };
  return refused('no-resolution', because('move-needs-resolution', about));
}

/** Why Jira refused the write; ids of the screen's fields get their names beside them. */
export function refusedByJira(from: string, { to, fields }: Transition, reply: Reply): Reason {
  const withNames = (words: string) =>
    Object.entries(fields).reduce(
      (named, [id, { name }]) =>
        name === undefined ? named : named.replaceAll(`${id}:`, `${name} (${id}):`),
      words,
    );
  return because('move-refused-by-jira', { from, to: to.name, said: saidIn(reply, withNames) });
}

/** Each status once, with its id: statuses of one name can be several. */
export function statusNames(transitions: readonly Transition[]): readonly string[] {
  return [...new Map(transitions.map(({ to }) => [to.id, `${to.name} (${to.id})`])).values()];
}
