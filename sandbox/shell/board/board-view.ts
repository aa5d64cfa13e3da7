/** What of the project the board shows. */

/** `work` is Tasks and Sub-tasks, what a team works on from day to day. */
export type LevelFilter = 'work' | 'epic' | 'task' | 'subtask';

export const LEVELS: readonly { readonly value: LevelFilter; readonly name: string }[] = [
  { value: 'work', name: 'Tasks and Sub-tasks' },
  { value: 'task', name: 'Tasks' },
  { value: 'subtask', name: 'Sub-tasks' },
  { value: 'epic', name: 'Epics' },
];

export interface BoardView {
  readonly text: string;
  readonly level: LevelFilter;
  /** Cards of a column at most. */
  readonly shown: number;
}

export const CARDS_AT_ONCE = 200;
const MAX_CARDS = 20_000;

export function boardView(query: Readonly<Record<string, string>>): BoardView {
  const shown = Number(query.shown ?? CARDS_AT_ONCE);
  return {
    text: (query.text ?? '').trim(),
    level: LEVELS.find(({ value }) => value === query.level)?.value ?? 'work',
    shown: Number.isInteger(shown) && shown > 0 ? Math.min(shown, MAX_CARDS) : CARDS_AT_ONCE,
  };
}

export function accepts({ level, text }: BoardView, issue: Sought): boolean {
  const { summary, labels, issuetype } = issue.fields;
  const sought = `${issue.key}\n${summary}\n${labels.join('\n')}`.toLowerCase();
  return isOfLevel(level, issuetype.hierarchyLevel) && sought.includes(text.toLowerCase());
}

interface Sought {
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly labels: readonly string[];
    readonly issuetype: { readonly hierarchyLevel: number };
  };
}

function isOfLevel(filter: LevelFilter, level: number): boolean {
  if (filter === 'epic') return level > 0;
  if (filter === 'task') return level === 0;
  return filter === 'subtask' ? level < 0 : level <= 0;
}
