import type { DoneAs, Foreseen, Movable, MoveTarget } from '../jira';
import { NO_GUIDE, type Guide } from '../ways';
import { chooseStep } from './choose-step';
import { canResolve } from './edit-resolution';
import type { Http } from './http';
import { offeredResolution } from './resolution';
import type { Transition } from './transition-schema';
import { readStatus, readTransitions } from './transitions';

/** See `Jira.foresee`. */
export async function foreseeResolution(
  http: Http,
  { id }: Movable,
  target: MoveTarget,
  guide: Guide = NO_GUIDE,
): Promise<Foreseen> {
  const wanted = target.to === 'open' ? 'cleared' : target.as;
  if (wanted === undefined || (target.to === 'open' && target.isResolved !== true)) return 'as-wanted';
  const now = await readStatus(http, id);
  const walk = { visited: [now.id], from: now.name, guide };
  const step = chooseStep(await readTransitions(http, id), target, walk);
  // What stands on a screen several steps from here, nobody can tell.
  if (step.kind !== 'last') return 'unknown';
  if (doesIt(step.transition, wanted)) return 'as-wanted';
  return (await canResolve(http, id, wanted)) ? 'as-wanted' : 'not-offered';
}

function doesIt(transition: Transition, wanted: DoneAs | 'cleared'): boolean {
  const { resolution } = transition.fields;
  if (wanted === 'cleared') return resolution !== undefined && resolution.required !== true;
  if (wanted.resolutionIds.length === 0) return wanted.statusIds.includes(transition.to.id);
  return offeredResolution(transition, wanted) !== undefined;
}
