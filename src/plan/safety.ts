import type { Reason } from '../reason';
import type { Entry } from './entry';
import type { PlanInput } from './plan';
import { because } from './reasons';

/** Fewer Tasks than this never look like an accident. */
const MANY = 10;

/**
 * Why no plan of this source is plausible: it was emptied, or has others in the place of all its items. Undefined for
 * a plausible one. How many changes are too many is judged with those of the day: `sync/budget`.
 */
export function emptied<E extends Entry>({ source, issues }: PlanInput<E>): Reason | undefined {
  const ours = issues.filter(({ level }) => level !== 'epic');
  if (ours.length === 0) return undefined;
  const known = new Set(source.entries.filter(({ level }) => level === 'task').map(({ key }) => key));
  if (known.size === 0) return because('source-emptied', { issues: ours.length });
  const tasks = ours.filter(({ level }) => level === 'task');
  const lost = tasks.filter((task) => !known.has(source.keyOf(task)));
  return tasks.length >= MANY && lost.length === tasks.length
    ? because('all-items-gone', { tasks: tasks.length })
    : undefined;
}
