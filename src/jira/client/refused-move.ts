/**
 * Why an issue stays where it is, in words for people. Each names the statuses and the fields that it is
 * about; `from` is the name of the status now.
 */
import type { WriteAnswer } from '../jira';
import type { Transition } from './transition-schema';

export type RefusedMove = Extract<WriteAnswer, { kind: 'refused' }>;

/** What a transition asks for and the app cannot give. */
export interface Demand {
  readonly status: string;
  readonly fields: readonly string[];
}

export function refused(code: string, reason: string): RefusedMove {
  return { kind: 'refused', code, reason };
}

export function offersNothing(from: string): RefusedMove {
  return refused(
    'no-permission-or-workflow',
    `Jira offers no transition from "${from}": the app lacks the permission Transition issues, or the workflow has no way on from there.`,
  );
}

/** `wanted`: the name of a status, or a kind of statuses. */
export function leadsElsewhere(from: string, wanted: string, offered: readonly Transition[]): RefusedMove {
  const others = statusNames(offered).join(', ') || 'nothing';
  return refused(
    'no-transition',
    `The workflow offers no transition from "${from}" to ${wanted}, only to ${others}. It may hide one, for example while Sub-tasks are open.`,
  );
}

export function offersSeveral(from: string, candidates: readonly Transition[]): RefusedMove {
  return refused(
    'several-done-statuses',
    `The workflow leads from "${from}" to several done statuses: ${statusNames(candidates).join(', ')}. Choose one in the settings.`,
  );
}

export function asksForMore(from: string, demands: readonly Demand[]): RefusedMove {
  const each = demands.map(({ status, fields }) => `to "${status}": ${fields.join(', ')}`);
  return refused(
    'required-fields',
    `The transition from "${from}" requires fields that the app does not fill; ${each.join('; ')}.`,
  );
}

export function noResolution(
  from: string,
  { to, fields }: Transition,
  allowed: readonly string[],
): RefusedMove {
  const field = fields.resolution?.name ?? 'Resolution';
  const offered = allowed.join(', ') || 'none';
  return refused(
    'no-resolution',
    `The transition from "${from}" to "${to.name}" asks for the field ${field}, and none of the values that it offers (${offered}) is the site's default.`,
  );
}

/** Jira's answer to the write; ids of the screen's fields get their names beside them. */
export function refusedByJira(from: string, { to, fields }: Transition, answer: RefusedMove): RefusedMove {
  const reason = Object.entries(fields).reduce(
    (words, [id, { name }]) => (name === undefined ? words : words.replaceAll(`${id}:`, `${name} (${id}):`)),
    answer.reason,
  );
  return { ...answer, reason: `Jira refused the transition from "${from}" to "${to.name}": ${reason}` };
}

/** Each status once, with its id: statuses of one name can be several. */
export function statusNames(transitions: readonly Transition[]): readonly string[] {
  return [...new Map(transitions.map(({ to }) => [to.id, `${to.name} (${to.id})`])).values()];
}
