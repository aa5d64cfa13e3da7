import Select from '@atlaskit/select';
import { Field } from '../../pieces/field';
import { texts } from '../../texts';
import type { FilterOption } from './filter-options';

interface Props {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of some values; none chosen means all. */
export function FilterSelect({ label, options, chosen, onChange }: Props) {
  return (
    <Field label={label}>
      {({ id }) => (
        <Select<FilterOption, true>
          inputId={id}
          isMulti
          closeMenuOnSelect={false}
          spacing="compact"
          placeholder={texts.project.triage.anyOf}
          options={options}
          value={options.filter(({ value }) => chosen.includes(value))}
          onChange={(values) => onChange(values.map(({ value }) => value))}
        />
      )}
    </Field>
  );
}
