/** How far the steps of a run are, over all of its invocations. Pure. */
import type { Run } from './model';

type Steps = NonNullable<Run['steps']>;
type ReadSteps = readonly Readonly<Steps[number]>[];

/**
 * What an invocation does is added to what those before it did: a run that waits and goes on plans what is left. Of
 * what it does not plan any more nothing is left.
 *
 * @param before when the invocation began
 */
export function stepsTogether(before: ReadSteps = [], now: ReadSteps): Steps {
  const own = new Map(now.map((each) => [each.step, each]));
  const earlier = before
    .filter(({ step, done }) => done > 0 || own.has(step))
    .map(({ step, done }) => {
      const more = own.get(step) ?? { done: 0, total: 0 };
      own.delete(step);
      return { step, done: done + more.done, total: done + more.total };
    });
  return [...earlier, ...own.values()];
}

/** Of all steps together; nothing where there is no plan yet. */
export function progressOf(steps: ReadSteps = []): Run['progress'] {
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return { done: sumOf(steps.map(({ done }) => done)), total: sumOf(steps.map(({ total }) => total)) };
}
