/** The project's issues in the columns of its workflow, each column in groups of a Task and its Sub-tasks. */
import type { Issue, Related, Status } from '../issues';

export interface Column {
  readonly status: Status;
  /** With those beyond the limit. */
  readonly total: number;
  readonly groups: readonly Group[];
}

export interface Group {
  /** The Task that the Sub-tasks belong to, where its own card is not the first of the group. */
  readonly parent?: Related;
  readonly cards: readonly Issue[];
}

const CATEGORIES = ['new', 'indeterminate', 'done'];

/**
 * Columns from left to right by category, and within one as the workflow lists them.
 *
 * @param limit cards of a column at most.
 */
export function columnsOf(
  statuses: readonly Status[],
  issues: readonly Issue[],
  limit: number,
): readonly Column[] {
  return statuses
    .toSorted((a, b) => rank(a) - rank(b))
    .map((status) => {
      const cards = issues.filter((issue) => issue.fields.status.id === status.id);
      return { status, total: cards.length, groups: groupsOf(grouped(cards).slice(0, limit)) };
    });
}

function rank({ statusCategory }: Status): number {
  return CATEGORIES.indexOf(statusCategory.key);
}

/** Sub-tasks stand behind their Task, or where it would stand; everything else keeps its place. */
function grouped(cards: readonly Issue[]): readonly Issue[] {
  const groups = new Map<string, Issue[]>();
  for (const card of cards) {
    const key = groupKey(card);
    const group = groups.get(key) ?? [];
    if (isSubtask(card)) group.push(card);
    else group.unshift(card);
    groups.set(key, group);
  }
  return [...groups.values()].flat();
}

function groupsOf(cards: readonly Issue[]): readonly Group[] {
  const groups: { key: string; parent?: Related; cards: Issue[] }[] = [];
  for (const card of cards) {
    const last = groups.at(-1);
    const key = groupKey(card);
    if (last?.key === key) last.cards.push(card);
    else groups.push({ key, ...parentOf(card), cards: [card] });
  }
  return groups;
}

function parentOf(card: Issue): { parent?: Related } {
  const { parent } = card.fields;
  return isSubtask(card) && parent !== undefined ? { parent } : {};
}

function groupKey(card: Issue): string {
  return isSubtask(card) ? (card.fields.parent?.key ?? card.key) : card.key;
}

export function isSubtask({ fields }: Issue): boolean {
  return fields.issuetype.hierarchyLevel < 0;
}
