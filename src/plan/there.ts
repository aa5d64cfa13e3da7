import { sideOf } from './compare-item';
import type { Entry } from './entry';
import type { Side } from './link';
import type { PlanInput, There } from './plan';

/**
 * Counts the issues by Jira's side and, by the source's, the items with a state of their own that have an issue: what
 * was read, and what the run did not read.
 */
export function countThere<E extends Entry>({ source, issues, unread }: PlanInput<E>): There {
  const read = issues.filter(({ level }) => level !== 'epic');
  const ours = new Set(issues.map((issue) => source.keyOf(issue)));
  const items = source.entries.filter(({ key }) => ours.has(key)).flatMap(({ state }) => state ?? []);
  const done = read.filter(({ status }) => status.category === 'done').length;
  const count = (side: Side) => items.filter((state) => sideOf(state) === side).length;
  return {
    issues: {
      open: read.length - done + (unread?.issues.open ?? 0),
      done: done + (unread?.issues.done ?? 0),
    },
    items: {
      open: count('open') + (unread?.items.open ?? 0),
      done: count('done') + (unread?.items.done ?? 0),
    },
  };
}
