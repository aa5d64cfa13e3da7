import Select from '@atlaskit/select/default';
import { Field } from '../../components/field';
import { settingsTexts } from '../../texts/settings';
import type { JiraChoices } from './jira-choices';

interface Props {
  readonly value: string | undefined;
  readonly choices: JiraChoices;
  readonly onChange: (statusId: string | undefined) => void;
}

/** Where closed issues go, in a workflow with several done statuses. */
export function DoneStatusField({ value, choices: { statuses }, onChange }: Props) {
  const { doneStatus, resolve } = settingsTexts;
  const any = { value: '', label: doneStatus.any };
  const known = statuses.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = value === undefined || known.some((option) => option.value === value);
  const options = [any, ...known, ...(isKnown ? [] : [{ value, label: resolve.noId({ id: value }) }])];
  return (
    <Field label={doneStatus.label} hint={doneStatus.hint}>
      {({ id, describedBy }) => (
        <div className="narrow">
          <Select<(typeof options)[number]>
            inputId={id}
            {...(describedBy === undefined ? {} : { descriptionId: describedBy })}
            options={options}
            value={options.find((option) => option.value === (value ?? '')) ?? any}
            onChange={(next) => onChange(next?.value === '' ? undefined : next?.value)}
          />
        </div>
      )}
    </Field>
  );
}
