/** What each filter of the triage table offers: values that occur, by name. Pure. */
import type { TriageRow } from '../../../../../../src/contract';
import { texts } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { type Names, type TriageFilter, UNASSIGNED, UNKNOWN } from './triage-rows';

export type ListFilter = Exclude<keyof TriageFilter, 'text' | 'isOverdue'>;

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

const { triage: words } = projectTexts;
const RISKS = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE', 'NOT_APPLICABLE'];

export function filterOptions(
  rows: readonly TriageRow[],
  names: Names,
): Readonly<Record<ListFilter, readonly FilterOption[]>> {
  const byName = (pick: (row: TriageRow) => FilterOption) =>
    distinct(rows.map(pick)).sort((a, b) => a.label.localeCompare(b.label));
  return {
    risks: distinct(rows.map(riskOption)).sort((a, b) => RISKS.indexOf(a.value) - RISKS.indexOf(b.value)),
    pillars: byName((row) =>
      row.pillar === undefined ? unknown() : { value: row.pillar, label: names.pillar(row) },
    ),
    lenses: byName((row) => ({ value: row.lens, label: names.lens(row) })),
    workloads: byName((row) => ({ value: row.workloadArn, label: names.workload(row) })),
    assignees: byName(({ assignee }) =>
      assignee
        ? { value: assignee.accountId, label: assignee.displayName }
        : { value: UNASSIGNED, label: words.unassigned },
    ),
    statuses: byName(({ status }) => ({ value: status.name, label: status.name })),
  };
}

function riskOption({ risk }: TriageRow): FilterOption {
  return risk === undefined ? unknown() : { value: risk, label: texts.shared.risk[risk] };
}

function unknown(): FilterOption {
  return { value: UNKNOWN, label: words.unknown };
}

function distinct(options: readonly FilterOption[]): FilterOption[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
