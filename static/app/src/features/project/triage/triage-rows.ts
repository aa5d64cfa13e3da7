/** Filtering and sorting the triage table. Pure. */
import type { TriageRow } from '../../../../../../src/contract';

export const COLUMNS = ['risk', 'pillar', 'question', 'issue', 'status', 'assignee', 'due'] as const;

export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly by: Column;
  readonly isDescending: boolean;
}

/** The most urgent first: by risk, then by pillar. */
export const DEFAULT_ORDER: Order = { by: 'risk', isDescending: false };

/** An empty list leaves everything in. */
export interface TriageFilter {
  readonly text: string;
  readonly risks: readonly string[];
  readonly pillars: readonly string[];
  readonly lenses: readonly string[];
  readonly workloads: readonly string[];
  /** Account ids; `UNASSIGNED` for nobody. */
  readonly assignees: readonly string[];
  readonly statuses: readonly string[];
  readonly isOverdue: boolean;
}

/** Account ids have no underscore at both ends. */
export const UNASSIGNED = '_nobody_';
/** A Sub-task that has another parent by now has no risk. */
export const UNKNOWN = '_unknown_';

export const NO_FILTER: TriageFilter = {
  text: '',
  risks: [],
  pillars: [],
  lenses: [],
  workloads: [],
  assignees: [],
  statuses: [],
  isOverdue: false,
};

/** How rows are called where people read them. */
export interface Names {
  readonly lens: (row: TriageRow) => string;
  readonly pillar: (row: TriageRow) => string;
  readonly workload: (row: TriageRow) => string;
}

const RISKS = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE', 'NOT_APPLICABLE'];

/** Whether the day it was due is over. @param today as `2026-11-22`, where the reader is */
export function isOverdue({ dueDate }: TriageRow, today: string): boolean {
  return dueDate !== undefined && dueDate < today;
}

export function filterRows(
  rows: readonly TriageRow[],
  filter: TriageFilter,
  names: Names,
  today: string,
): readonly TriageRow[] {
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  const among = (chosen: readonly string[], value: string) => chosen.length === 0 || chosen.includes(value);
  return rows.filter(
    (row) =>
      among(filter.risks, row.risk ?? UNKNOWN) &&
      among(filter.pillars, row.pillar ?? UNKNOWN) &&
      among(filter.lenses, row.lens) &&
      among(filter.workloads, row.workloadArn) &&
      among(filter.assignees, row.assignee?.accountId ?? UNASSIGNED) &&
      among(filter.statuses, row.status.name) &&
      (!filter.isOverdue || isOverdue(row, today)) &&
      hasWords(row, words, names),
  );
}

/** A sorted copy. What has no value comes last in both directions; equals keep the default order. */
export function sortRows(
  rows: readonly TriageRow[],
  { by, isDescending }: Order,
  names: Names,
  collator: Intl.Collator,
): readonly TriageRow[] {
  const direction = isDescending ? -1 : 1;
  const compare = (column: Column, sign: number, a: TriageRow, b: TriageRow) => {
    const [left, right] = [valueOf(column, a, names), valueOf(column, b, names)];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  };
  return [...rows].sort(
    (a, b) =>
      compare(by, direction, a, b) ||
      compare('risk', 1, a, b) ||
      compare('pillar', 1, a, b) ||
      compare('question', 1, a, b) ||
      compare('issue', 1, a, b),
  );
}

/** How many of the filters narrow the list. */
export function countFilters({ text, isOverdue: overdue, ...lists }: TriageFilter): number {
  const chosen = Object.values(lists).filter((list) => list.length > 0).length;
  return chosen + (text.trim() === '' ? 0 : 1) + (overdue ? 1 : 0);
}

function valueOf(column: Column, row: TriageRow, names: Names): string | number | undefined {
  switch (column) {
    case 'risk':
      return row.risk === undefined ? undefined : RISKS.indexOf(row.risk);
    case 'pillar':
      return row.pillar === undefined ? undefined : names.pillar(row);
    case 'question':
      return row.question?.title;
    case 'issue':
      return row.key;
    case 'status':
      return row.status.name;
    case 'assignee':
      return row.assignee?.displayName;
    case 'due':
      return row.dueDate;
  }
}

function hasWords(row: TriageRow, words: readonly string[], names: Names): boolean {
  if (words.length === 0) return true;
  const { key, title, question, assignee, status } = row;
  const text = [
    key,
    title,
    question?.key,
    question?.title,
    assignee?.displayName,
    status.name,
    names.lens(row),
    names.pillar(row),
    names.workload(row),
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
