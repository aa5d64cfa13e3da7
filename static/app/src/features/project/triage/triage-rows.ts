/** Filtering and sorting what triage lists, as far as the app has it stored. Pure. */
import type { TriageSearch } from '../../../../../../src/contract';
import type { Practice } from './practices';

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
/** No run has told the risk yet. */
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

export const RISKS = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE', 'NOT_APPLICABLE'] as const;

/** Whether the day it was due is over. @param today as `2026-11-22`, where the reader is */
export function isOverdue({ dueDate }: { readonly dueDate?: string }, today: string): boolean {
  return dueDate !== undefined && dueDate < today;
}

/** What of a filter the app can tell by itself. */
export function filterPractices(practices: readonly Practice[], filter: TriageFilter): readonly Practice[] {
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  const among = (chosen: readonly string[], value: string) => chosen.length === 0 || chosen.includes(value);
  return practices.filter(
    (practice) =>
      among(filter.risks, practice.risk ?? UNKNOWN) &&
      among(filter.pillars, practice.pillar) &&
      among(filter.lenses, practice.lens) &&
      among(filter.workloads, practice.workloadArn) &&
      hasWords(practice, words),
  );
}

/**
 * A sorted copy. What has no value comes last in both directions; equals keep the default order. By what Jira alone
 * knows it is the default order: Jira sorts then.
 */
export function sortPractices(
  practices: readonly Practice[],
  { by, isDescending }: Order,
  collator: Intl.Collator,
): readonly Practice[] {
  const direction = isDescending ? -1 : 1;
  const compare = (column: Column, sign: number, a: Practice, b: Practice) => {
    const [left, right] = [valueOf(column, a), valueOf(column, b)];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  };
  return [...practices].sort(
    (a, b) =>
      compare(by, direction, a, b) ||
      compare('risk', 1, a, b) ||
      compare('pillar', 1, a, b) ||
      compare('question', 1, a, b) ||
      compare('issue', 1, a, b),
  );
}

/** What Jira has to be asked, because the app cannot tell it; undefined where the stored rows are enough. */
export function searchOf(filter: TriageFilter, order: Order): TriageSearch | undefined {
  const { assignees, statuses, isOverdue: overdue } = filter;
  const isByJira = order.by === 'status' || order.by === 'assignee' || order.by === 'due';
  if (!isByJira && assignees.length === 0 && statuses.length === 0 && !overdue) return undefined;
  const risks = RISKS.filter((risk) => filter.risks.includes(risk));
  return {
    // An issue whose risk no run has stored may say one.
    ...(filter.risks.includes(UNKNOWN) ? {} : { risks }),
    ...{ pillars: [...filter.pillars], lenses: [...filter.lenses], workloads: [...filter.workloads] },
    ...{ assignees: assignees.filter((id) => id !== UNASSIGNED), unassigned: assignees.includes(UNASSIGNED) },
    ...{ statuses: [...statuses], overdue },
    ...(isByJira ? { order: { by: order.by, isDescending: order.isDescending } } : {}),
  };
}

/** How many of the filters narrow the list. */
export function countFilters({ text, isOverdue: overdue, ...lists }: TriageFilter): number {
  const chosen = Object.values(lists).filter((list) => list.length > 0).length;
  return chosen + (text.trim() === '' ? 0 : 1) + (overdue ? 1 : 0);
}

/** Issues are made in the order of the review, and their ids count up. */
function valueOf(column: Column, practice: Practice): string | number | undefined {
  switch (column) {
    case 'risk':
      return practice.risk === undefined ? undefined : RISKS.indexOf(practice.risk);
    case 'pillar':
      return practice.pillarName;
    case 'question':
      return practice.question;
    case 'issue':
      return Number(practice.id);
    default:
      return undefined;
  }
}

function hasWords(practice: Practice, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { title, question, workload, lensName, pillarName } = practice;
  const text = [title, question, workload, lensName, pillarName].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}
