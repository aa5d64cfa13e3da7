import { useId, useState } from 'react';
import Select from '@atlaskit/select/default';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import type { CreateScreen } from '../../../../../src/contract';
import { Field } from '../../components/field';
import { RemoveButton } from '../../components/remove-button';
import { settingsTexts } from '../../texts/settings';
import { FieldValueControl } from './field-value-control';
import { contentOf, withContent, type FieldContent, type FieldValue, type Option } from './field-values';
import type { SettingProps } from './model';
import type { CreateScreens } from './use-create-screens';

interface Props extends SettingProps<readonly FieldValue[]> {
  /** Absent for the site, which has no create screens. */
  readonly create?: CreateScreens;
  readonly isChecked: boolean;
}

/** What new issues get in fields that the app does not fill: the required ones, and others that somebody adds. */
export function FieldValuesField({ value = [], create, isChecked, onChange }: Props) {
  const id = useId();
  const { screens = [], notice } = create ?? {};
  const { legend, hint } = settingsTexts.fieldValues;
  const put = (typeId: string, fieldId: string, content: FieldContent | undefined) =>
    onChange(withContent(value, typeId, fieldId, content));
  const placed = (each: FieldValue) =>
    screens.some(
      ({ issueTypeId, fields }) =>
        issueTypeId === each.issueTypeId && fields.some((field) => field.id === each.fieldId),
    );
  const unplaced = screens.length === 0 ? [] : value.filter((each) => !placed(each));
  return (
    <fieldset className="picks" aria-describedby={`${id}-hint`}>
      <legend className="choice-legend">{legend}</legend>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {notice}
      <Stack space="space.200">
        {screens.map((screen) => (
          <ScreenValues
            key={screen.issueTypeId}
            screen={screen}
            values={value}
            isChecked={isChecked}
            onChange={(fieldId, content) => put(screen.issueTypeId, fieldId, content)}
          />
        ))}
        {unplaced.map((each) => (
          <Unplaced
            key={`${each.issueTypeId} ${each.fieldId}`}
            value={each}
            onRemove={() => put(each.issueTypeId, each.fieldId, undefined)}
          />
        ))}
      </Stack>
    </fieldset>
  );
}

interface ScreenProps {
  readonly screen: CreateScreen;
  readonly values: readonly FieldValue[];
  readonly isChecked: boolean;
  readonly onChange: (fieldId: string, content: FieldContent | undefined) => void;
}

function ScreenValues({ screen: { issueTypeId, name, fields }, values, isChecked, onChange }: ScreenProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const { ofType, add, addHint } = settingsTexts.fieldValues;
  const isShown = ({ id, required }: CreateScreen['fields'][number]) =>
    required || added.includes(id) || contentOf(values, issueTypeId, id) !== undefined;
  const others = fields
    .filter((field) => !isShown(field))
    .map(({ id, name: label }) => ({ value: id, label }));
  return (
    <fieldset className="picks">
      <legend className="choice-legend">{ofType({ type: name })}</legend>
      {fields.filter(isShown).map((field) => (
        <FieldValueControl
          key={field.id}
          field={field}
          value={contentOf(values, issueTypeId, field.id)}
          isChecked={isChecked}
          onChange={(content) => onChange(field.id, content)}
        />
      ))}
      {others.length === 0 ? null : (
        <Field label={add({ type: name })}>
          {({ id }) => (
            <div className="narrow">
              <Select<Option>
                inputId={id}
                spacing="compact"
                placeholder={addHint}
                options={others}
                value={null}
                onChange={(next) => (next ? setAdded([...added, next.value]) : undefined)}
              />
            </div>
          )}
        </Field>
      )}
    </fieldset>
  );
}

/** A value whose field, or whose issue type, is not made any more. */
function Unplaced({ value, onRemove }: { readonly value: FieldValue; readonly onRemove: () => void }) {
  const { unplaced, remove } = settingsTexts.fieldValues;
  const names = { field: value.fieldId, type: value.issueTypeId };
  return (
    <Inline space="space.100" alignBlock="center">
      <span>{unplaced(names)}</span>
      <RemoveButton label={remove(names)} onRemove={onRemove} />
    </Inline>
  );
}
