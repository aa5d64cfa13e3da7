import { useId, useMemo, useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { usePageContext } from '../../../bridge/use-page-context';
import { Field } from '../../../components/field';
import { projectTexts } from '../../../texts/project';
import { type ListFilter, seenOptions, storedOptions } from './filter-options';
import { FilterSelect } from './filter-select';
import type { Practice, ShownRow } from './practices';
import { countFilters, NO_FILTER, type TriageFilter } from './triage-rows';

interface Props {
  /** All that are stored. */
  readonly practices: readonly Practice[];
  /** Those that Jira has told of by now. */
  readonly rows: readonly ShownRow[];
  readonly filter: TriageFilter;
  readonly onChange: (filter: TriageFilter) => void;
}

const { triage: words } = projectTexts;

const LISTS: readonly (readonly [ListFilter, string])[] = [
  ['risks', words.risk],
  ['pillars', words.pillar],
  ['lenses', words.lens],
  ['workloads', words.workload],
  ['assignees', words.assignee],
  ['statuses', words.status],
];

/** What narrows the table. Where there is little room it is folded away. */
export function TriageFilters({ practices, rows, filter, onChange }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 720px)').matches);
  const { accountId } = usePageContext();
  const stored = useMemo(() => storedOptions(practices), [practices]);
  const seen = useMemo(() => rows.map(({ issue }) => issue), [rows]);
  const options = { ...stored, ...seenOptions(seen, filter, accountId) };
  const active = countFilters(filter);
  return (
    <div className="stack-tight" role="group" aria-label={words.filters}>
      <div className="row">
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {words.showFilters({ active })}
        </Button>
        {active > 0 ? (
          <Button appearance="subtle" onClick={() => onChange(NO_FILTER)}>
            {words.clear}
          </Button>
        ) : null}
      </div>
      <div id={id} className="triage-filters" hidden={!isOpen}>
        <Field label={words.text}>
          {(control) => (
            <Textfield
              isCompact
              id={control.id}
              placeholder={words.textHint}
              value={filter.text}
              onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
            />
          )}
        </Field>
        {LISTS.map(([list, label]) => (
          <FilterSelect
            key={list}
            label={label}
            options={options[list] ?? []}
            chosen={filter[list]}
            onChange={(chosen) => onChange({ ...filter, [list]: chosen })}
          />
        ))}
        <div className="triage-overdue">
          <Checkbox
            label={words.onlyOverdue}
            isChecked={filter.isOverdue}
            onChange={() => onChange({ ...filter, isOverdue: !filter.isOverdue })}
          />
        </div>
      </div>
    </div>
  );
}
