import type { MoveTarget } from '../jira';
import { chooseStep, type Walk } from './choose-step';
import type { Http } from './http';
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
  const choice = chooseStep(await readTransitions(http, id), target, walk);
  switch (choice.kind) {
    case 'refused':
    case 'through':
      return choice;
    case 'nowhere':
      return leadsElsewhere(walk.from, await wantedStatus(http, target), choice.offered);
    case 'too-long':
      return tooLong(walk.from, await wantedStatus(http, target), walk.visited.length - 1);
    case 'last':
      return withFields(http, choice.transition, target, walk.from);
  }
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
