/** Which transition an issue takes next on its way to the target, where none may lead there straight. Pure. */
import type { MoveTarget } from '../jira';
import { MAX_STEPS, type Guide } from '../ways';
import { chooseTransition, demandedFields, leadingTo } from './choose-transition';
import { hasCondition, offersNothing, type RefusedMove } from './refused-move';
import type { Transition } from './transition-schema';

/** How far a walk is. */
export interface Walk {
  /** Ids of the statuses that the issue has had, at least the one where it is: none is entered again. */
  readonly visited: readonly string[];
  /** The name of the status now, for messages. */
  readonly from: string;
  readonly guide: Guide;
}

/**
 * - `last`: it leads to the target. `through`: to a status on the way.
 * - `nowhere`: nothing that is `offered` leads on. `too-long`: something does, and MAX_STEPS would not suffice.
 */
export type StepChoice =
  | { readonly kind: 'last' | 'through'; readonly transition: Transition }
  | { readonly kind: 'nowhere' | 'too-long'; readonly offered: readonly Transition[] }
  | RefusedMove;

/**
 * Straight to the target where a transition leads there. Where one does and its condition does not hold, or its
 * screen demands what the app cannot fill, people want it so: no way around it is looked for. Else through a
 * status that is not done, was not visited, is not one to avoid, and whose screen demands nothing: the next one of
 * a way that worked, else one on such a way, else the first in progress, else the first of any other category.
 *
 * Refusals: those of `chooseTransition`, `no-permission-or-workflow` (Jira offers nothing), `condition`.
 *
 * @param transitions all of them, those whose condition does not hold (`isAvailable: false`) included
 */
export function chooseStep(transitions: readonly Transition[], target: MoveTarget, walk: Walk): StepChoice {
  if (transitions.length === 0) return offersNothing(walk.from);
  const offered = transitions.filter(({ isAvailable }) => isAvailable !== false);
  const straight = chooseTransition(offered, target, walk.from);
  if (straight.kind === 'chosen') return { ...straight, kind: 'last' };
  if (straight.kind === 'refused') return straight;
  const hidden = leadingTo(target, transitions);
  if (hidden.length > 0) return hasCondition(walk.from, hidden);
  const [next] = onward(offered, walk);
  if (next === undefined) return { kind: 'nowhere', offered };
  // After this step another one has to follow.
  if (walk.visited.length + 1 > MAX_STEPS) return { kind: 'too-long', offered };
  return { kind: 'through', transition: next };
}

/** Transitions to a status from which the target may be reached, the likeliest first; otherwise in Jira's order. */
function onward(offered: readonly Transition[], { visited, guide }: Walk): readonly Transition[] {
  const known = guide.next.get(visited.at(-1) ?? '');
  const rank = ({ to }: Transition): number => {
    if (to.id === known) return 0;
    if (guide.next.has(to.id)) return 1;
    return to.statusCategory === 'indeterminate' ? 2 : 3;
  };
  return offered
    .filter(({ to }) => to.statusCategory !== 'done' && !visited.includes(to.id) && !guide.avoid.has(to.id))
    .filter((transition) => demandedFields(transition).length === 0)
    .toSorted((a, b) => rank(a) - rank(b));
}
