import { Stack } from '@atlaskit/primitives/compiled';
import TextField from '@atlaskit/textfield';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { settingsTexts } from '../../texts/settings';
import { QUIET, type SettingProps } from './model';

interface Props extends SettingProps<number> {
  /** Problems are shown once somebody tried to save. */
  readonly isChecked: boolean;
}

export function quietProblem(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const isRight = Number.isInteger(seconds) && seconds >= QUIET.min && seconds <= QUIET.max;
  return isRight ? undefined : settingsTexts.quiet.problem;
}

export function QuietField({ value, inherited, mayInherit, isChecked, onChange }: Props) {
  const { quiet, asSite } = settingsTexts;
  const number =
    value === undefined ? null : (
      <Field label={quiet.label} hint={quiet.hint} error={isChecked ? quietProblem(value) : undefined}>
        {({ id, describedBy, isInvalid }) => (
          <TextField
            id={id}
            type="number"
            width="xsmall"
            min={QUIET.min}
            max={QUIET.max}
            aria-describedby={describedBy}
            isInvalid={isInvalid}
            value={value === 0 ? '' : value}
            onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
          />
        )}
      </Field>
    );
  if (!mayInherit) return number;
  return (
    <Stack space="space.100">
      <Choice<'site' | 'own'>
        legend={quiet.legend}
        value={value === undefined ? 'site' : 'own'}
        options={[
          { value: 'site', label: asSite({ value: quiet.seconds({ seconds: inherited ?? 0 }) }) },
          { value: 'own', label: quiet.own },
        ]}
        onChange={(chosen) => onChange(chosen === 'site' ? undefined : inherited)}
      />
      {number === null ? null : <div className="below-choice">{number}</div>}
    </Stack>
  );
}
