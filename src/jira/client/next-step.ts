import type { MoveTarget } from '../jira';
import { chooseStep, type Walk } from './choose-step';
import type { Http } from './http';
import { isInWorkflow } from './in-workflow';
import { leadsElsewhere, noResolution, tooLong, type RefusedMove } from './refused-move';
import { chooseResolution, resolutionField } from './resolution';
import type { Transition } from './transition-schema';
import { readTransitions } from './transitions';
import { wantedStatus } from './wanted-status';

/** A transition to take, with what its screen is sent. */
export interface Step {
  readonly kind: 'last' | 'through';
  readonly transition: Transition;
  /** Sent with it; without any nothing is. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * Asks Jira where the issue may go and chooses. A step on the way sends no field.
 * Refusals: those of `chooseStep`, `no-transition`, `too-long`, `no-resolution`.
 */
export async function nextStep(
  http: Http,
  id: string,
  target: MoveTarget,
  walk: Walk,
): Promise<Step | RefusedMove> {
  const transitions = await readTransitions(http, id);
  const choice = chooseStep(transitions, target, walk);
  switch (choice.kind) {
    case 'refused':
      return choice;
    case 'through':
      if (await mayLead(http, id, target, walk)) return choice;
      return leadsElsewhere(walk.from, await wantedStatus(http, target), transitions);
    case 'nowhere':
      return leadsElsewhere(walk.from, await wantedStatus(http, target), choice.offered);
    case 'too-long':
      return tooLong(walk.from, await wantedStatus(http, target), walk.visited.length - 1);
    case 'last':
      return withFields(http, choice.transition, target, walk.from);
  }
}

/** Before the first step of a walk that nobody has made before: there has to be such a status. */
async function mayLead(
  http: Http,
  id: string,
  target: MoveTarget,
  { visited, guide }: Walk,
): Promise<boolean> {
  if (target.to !== 'done' || target.statusId === undefined) return true;
  return visited.length > 1 || guide.next.size > 0 || isInWorkflow(http, id, target.statusId);
}

async function withFields(
  http: Http,
  transition: Transition,
  target: MoveTarget,
  from: string,
): Promise<Step | RefusedMove> {
  const resolution = await chooseResolution(http, transition, target);
  if (resolution.kind === 'undecided') return noResolution(from, transition, resolution.allowed);
  return { kind: 'last', transition, ...resolutionField(resolution) };
}
