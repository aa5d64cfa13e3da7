import { CheckboxSelect, type MultiValueProps } from '@atlaskit/select';
import { Field } from '../../../components/field';
import { projectTexts } from '../../../texts/project';
import type { FilterOption } from './filter-options';

interface Props {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The crosses of the select's own chips are too small to be hit (WCAG 2.5.8); the boxes in the list clear as well. */
const WITHOUT_CROSSES = { MultiValue: Chosen };

function Chosen({ data }: MultiValueProps<FilterOption, true>) {
  return <span className="filter-chosen">{data.label}</span>;
}

/** Any of some values; none chosen means all. */
export function FilterSelect({ label, options, chosen, onChange }: Props) {
  return (
    <Field label={label}>
      {({ id }) => (
        <CheckboxSelect<FilterOption>
          inputId={id}
          spacing="compact"
          isClearable={false}
          placeholder={projectTexts.triage.anyOf}
          components={WITHOUT_CROSSES}
          options={options}
          value={options.filter(({ value }) => chosen.includes(value))}
          onChange={(values) => onChange(values.map(({ value }) => value))}
        />
      )}
    </Field>
  );
}
