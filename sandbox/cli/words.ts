import { english } from '../../words/en';
import { formatter } from '../../words/format';
import { sayIn } from '../../words/say';
import type { Levels, Reason } from './api';

const format = formatter(english, sayIn('en'));

export function say(reason: Reason): string {
  return format(reason);
}

/** A line each. */
export function sayAll(reasons: readonly Reason[] = []): string {
  return reasons.map(say).join('\n');
}

/** `1 work item`, `2 work items`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `1 Epic, 57 Tasks, 307 Sub-tasks`; what is zero is left out. */
export function levelsInWords({ epics, tasks, subtasks }: Levels): string {
  const parts = [
    ...(epics ? [count(epics, 'Epic')] : []),
    ...(tasks ? [count(tasks, 'Task')] : []),
    ...(subtasks ? [count(subtasks, 'Sub-task')] : []),
  ];
  return parts.join(', ') || 'no work item';
}
