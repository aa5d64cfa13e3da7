/** What each filter of the triage table offers: values that occur, by name, with how many there are. Pure. */
import type { TriageRow } from '../../../../../../src/contract';
import { texts } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import type { Practice } from './practices';
import { RISKS, type TriageFilter, UNASSIGNED, UNKNOWN } from './triage-rows';

export type ListFilter = Exclude<keyof TriageFilter, 'text' | 'isOverdue'>;

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

type Options = Readonly<Partial<Record<ListFilter, readonly FilterOption[]>>>;

const { triage: words } = projectTexts;
const ORDER: readonly string[] = [...RISKS, UNKNOWN];

/** Of what is stored: counted over all, whatever the filter leaves. */
export function storedOptions(practices: readonly Practice[]): Options {
  const risks = counted(practices, ({ risk }) =>
    risk === undefined
      ? { value: UNKNOWN, label: words.unknown }
      : { value: risk, label: texts.shared.risk[risk] },
  );
  return {
    risks: risks.sort((a, b) => ORDER.indexOf(a.value) - ORDER.indexOf(b.value)),
    pillars: byName(counted(practices, ({ pillar, pillarName }) => ({ value: pillar, label: pillarName }))),
    lenses: byName(counted(practices, ({ lens, lensName }) => ({ value: lens, label: lensName }))),
    workloads: byName(
      counted(practices, ({ workloadArn, workload }) => ({ value: workloadArn, label: workload })),
    ),
  };
}

/**
 * Of what Jira has told by now: whoever is chosen stays on offer, and the reader always is.
 *
 * @param me account id of the reader
 */
export function seenOptions(
  rows: readonly TriageRow[],
  { assignees, statuses }: Pick<TriageFilter, 'assignees' | 'statuses'>,
  me: string | undefined,
): Options {
  const people = rows.flatMap(({ assignee }) =>
    assignee && assignee.accountId !== me ? [{ value: assignee.accountId, label: assignee.displayName }] : [],
  );
  const kept = (chosen: readonly string[]) => chosen.map((value) => ({ value, label: value }));
  const fixed = [
    ...(me === undefined ? [] : [{ value: me, label: words.me }]),
    { value: UNASSIGNED, label: words.unassigned },
  ];
  return {
    assignees: [...fixed, ...byName(distinct([...kept(assignees), ...people])).filter(isNone(fixed))],
    statuses: byName(
      distinct([
        ...kept(statuses),
        ...rows.map(({ status }) => ({ value: status.name, label: status.name })),
      ]),
    ),
  };
}

function isNone(others: readonly FilterOption[]) {
  return ({ value }: FilterOption) => others.every((other) => other.value !== value);
}

function counted(practices: readonly Practice[], pick: (practice: Practice) => FilterOption): FilterOption[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const practice of practices) {
    const { value, label } = pick(practice);
    counts.set(value, { label, count: (counts.get(value)?.count ?? 0) + 1 });
  }
  return [...counts].map(([value, { label, count }]) => ({ value, label: words.option({ label, count }) }));
}

function byName(options: readonly FilterOption[]): FilterOption[] {
  return [...options].sort((a, b) => a.label.localeCompare(b.label));
}

/** The last name of each. */
function distinct(options: readonly FilterOption[]): FilterOption[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
