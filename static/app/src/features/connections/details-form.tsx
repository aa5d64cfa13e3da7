import { type FormEvent, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Select from '@atlaskit/select/default';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { focusOnProblem } from '../../components/focus-on-problem';
import { TextInput } from '../../components/text-input';
import { useDraft } from '../../data/use-draft';
import { useAction } from '../../data/use-action';
import { connectionTexts } from '../../texts/connections';
import type { Access, NewConnection } from '../../../../../src/contract';
import { REGION_NAMES, regionLabel } from './regions';

type Details = Pick<NewConnection, 'name' | 'regions' | 'access'>;

interface Props {
  /** Names what is typed and not saved. */
  readonly draftKey: string;
  readonly saved: Details;
  readonly verb: string;
  readonly hint?: string;
  /** @throws CallFailure */
  readonly onSave: (details: Details) => Promise<void>;
}

const options = Object.keys(REGION_NAMES).map(toOption);

/** Name, Regions and access of a connection. */
export function DetailsForm({ draftKey, saved, verb, hint, onSave }: Props) {
  const draft = useDraft(draftKey, saved);
  const [isChecked, setChecked] = useState(false);
  const save = useAction(async (details: Details) => {
    await onSave(details);
    draft.forget();
    setChecked(false);
  });
  const { name, regions, access } = draft.value;
  const own = connectionTexts.details;
  const problems = {
    name: name.trim() === '' ? own.nameMissing : undefined,
    regions: regions.length === 0 ? own.regionsMissing : undefined,
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problems.name ?? problems.regions) focusOnProblem(event.currentTarget);
    else void save.run(draft.value);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack space="space.250">
        <TextInput
          label={own.name}
          hint={own.nameHint}
          error={isChecked ? problems.name : undefined}
          maxLength={100}
          value={name}
          onChange={(typed) => draft.set({ ...draft.value, name: typed })}
        />
        <Field label={own.regions} hint={own.regionsHint} error={isChecked ? problems.regions : undefined}>
          {({ id, describedBy, isInvalid }) => (
            <Select<RegionOption, true>
              inputId={id}
              {...(describedBy === undefined ? {} : { descriptionId: describedBy })}
              isMulti
              classNamePrefix="regions"
              isInvalid={isInvalid}
              formatOptionLabel={({ value, label }, { context }) => (context === 'value' ? value : label)}
              placeholder={own.regionsPlaceholder}
              options={options}
              value={regions.map(toOption)}
              onChange={(chosen) => draft.set({ ...draft.value, regions: chosen.map(({ value }) => value) })}
            />
          )}
        </Field>
        <Choice<Access>
          legend={own.access}
          value={access}
          options={[
            { value: 'read-write', label: own.readWrite, hint: own.readWriteHint },
            { value: 'read-only', label: own.readOnly, hint: own.readOnlyHint },
          ]}
          onChange={(chosen) => draft.set({ ...draft.value, access: chosen })}
        />
        {hint === undefined ? null : <p className="hint">{hint}</p>}
        {save.failure ? <Failure failure={save.failure} title={own.failed} /> : null}
        <Inline>
          <Button type="submit" appearance="primary" isLoading={save.isRunning}>
            {verb}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}

interface RegionOption {
  readonly value: string;
  readonly label: string;
}

function toOption(region: string): RegionOption {
  return { value: region, label: regionLabel(region) };
}
