import Select from '@atlaskit/select/default';
import TextField from '@atlaskit/textfield';
import type { ScreenField } from '../../../../../src/contract';
import type { Control } from '../../components/field';
import { Field } from '../../components/field';
import { settingsTexts } from '../../texts/settings';
import {
  chosenOf,
  contentIn,
  contentOfChosen,
  optionsOf,
  textOf,
  type FieldContent,
  type Option,
} from './field-values';

interface Props {
  readonly field: ScreenField;
  readonly value: FieldContent | undefined;
  readonly isChecked: boolean;
  readonly onChange: (value: FieldContent | undefined) => void;
}

/** One field of a create screen, and what new issues get in it. */
export function FieldValueControl(props: Props) {
  const { field, value, isChecked } = props;
  const { hints, missing } = settingsTexts.fieldValues;
  const isMissing = field.required && value === undefined && isChecked;
  const isChosen = field.kind === 'choice' || field.kind === 'choices' || field.kind === 'cascading';
  return (
    <Field
      label={field.name}
      hint={hints[field.kind]}
      isOptional={!field.required}
      error={isMissing ? missing : undefined}
    >
      {(control) => (
        <div className="narrow">
          {isChosen ? <Chosen {...props} control={control} /> : <Written {...props} control={control} />}
        </div>
      )}
    </Field>
  );
}

function Chosen({ field, value, onChange, control }: Props & { readonly control: Control }) {
  const { kind } = field;
  const offered = optionsOf(field);
  const { lost, none } = settingsTexts.fieldValues;
  const chosen = chosenOf(kind, value).map(
    (each) => offered.find((option) => option.value === each) ?? { value: each, label: lost({ id: each }) },
  );
  const common = {
    inputId: control.id,
    ...(control.describedBy === undefined ? {} : { descriptionId: control.describedBy }),
    spacing: 'compact' as const,
    isInvalid: control.isInvalid,
    placeholder: none,
    options: offered,
  };
  if (kind === 'choices') {
    const put = (next: readonly Option[]) =>
      onChange(
        contentOfChosen(
          kind,
          next.map((option) => option.value),
        ),
      );
    return <Select<Option, true> {...common} isMulti value={chosen} onChange={put} />;
  }
  const put = (next: Option | null) => onChange(contentOfChosen(kind, next ? [next.value] : []));
  return <Select<Option> {...common} isClearable value={chosen[0] ?? null} onChange={put} />;
}

function Written({ field, value, onChange, control }: Props & { readonly control: Control }) {
  return (
    <TextField
      id={control.id}
      aria-describedby={control.describedBy}
      isInvalid={control.isInvalid}
      isCompact
      maxLength={1000}
      autoComplete="off"
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(contentIn(field.kind, currentTarget.value))}
    />
  );
}
