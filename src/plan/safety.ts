import type { Reason } from '../reason';
import { sideOf } from './compare-item';
import type { Comparison } from './compare-issue';
import type { Entry } from './entry';
import type { Side } from './link';
import type { PlanInput } from './plan';
import { because } from './reasons';

/** Fewer moves than this never look like an accident. */
const MANY = 10;

/**
 * Why a plan is implausible; undefined for a plausible one. Refused are: an emptied
 * source, more than half (and at least ten) of our open issues closing, and the same for reopening, which is
 * what a source with its answers wiped looks like. The other way round: more than half (and at least ten) of
 * the open items that have an issue implemented or marked not applicable, and the same for opening, which is
 * what a board that was emptied or moved as a whole looks like.
 */
export function implausible<E extends Entry>(
  input: PlanInput<E>,
  comparisons: readonly Comparison<E>[],
): Reason | undefined {
  return (
    emptied(input) ??
    massive('close', input, comparisons) ??
    massive('reopen', input, comparisons) ??
    massiveChoices('open', input, comparisons) ??
    massiveChoices('done', input, comparisons)
  );
}

function emptied<E extends Entry>({ source, issues }: PlanInput<E>): Reason | undefined {
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

/** Of all our issues, whatever the run leaves out: a run on one group may well close all of its issues. */
function massive<E extends Entry>(
  kind: 'close' | 'reopen',
  { issues, unread }: PlanInput<E>,
  comparisons: readonly Comparison<E>[],
): Reason | undefined {
  const from = kind === 'close' ? 'open' : 'done';
  const read = issues.filter(
    ({ level, status }) => level !== 'epic' && (status.category === 'done') === (from === 'done'),
  );
  const there = read.length + (unread?.issues[from] ?? 0);
  const moving = comparisons.filter(({ move }) => move?.kind === kind && move.entry.level !== 'epic');
  return moving.length >= MANY && moving.length * 2 > there
    ? because(kind === 'close' ? 'closes-many' : 'reopens-many', {
        moving: moving.length,
        there,
      })
    : undefined;
}

/** Of all items with a state that have an issue of ours, whatever the run leaves out. */
function massiveChoices<E extends Entry>(
  from: Side,
  { source, issues, unread }: PlanInput<E>,
  comparisons: readonly Comparison<E>[],
): Reason | undefined {
  const ours = new Set(issues.map((issue) => source.keyOf(issue)));
  const read = source.entries.filter(
    ({ key, state }) => state !== undefined && sideOf(state) === from && ours.has(key),
  );
  const there = read.length + (unread?.items[from] ?? 0);
  const changing = comparisons.filter(
    ({ choice }) => choice && (choice.to.is === 'open') === (from === 'done'),
  );
  if (changing.length < MANY || changing.length * 2 <= there) return undefined;
  return because(from === 'open' ? 'finishes-many-items' : 'opens-many-items', {
    changing: changing.length,
    there,
  });
}
