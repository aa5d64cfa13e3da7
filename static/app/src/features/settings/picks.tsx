import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { Inline } from '@atlaskit/primitives/compiled';
import TextField from '@atlaskit/textfield';
import { Field } from '../../components/field';
import { settingsTexts } from '../../texts/settings';
import type { Pickable } from './model';

interface Props {
  readonly legend: string;
  readonly addLabel: string;
  readonly offered: readonly Pickable[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of a list, and of what the list does not know by its id: a lens that comes later, a pillar of it. */
export function Picks({ legend, addLabel, offered, chosen, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const unknown = chosen.filter((pick) => !offered.some((known) => known.id === pick));
  const all = [...offered, ...unknown.map((pick) => ({ id: pick, name: pick }))];
  const add = () => {
    const pick = typed.trim();
    setTyped('');
    if (pick !== '' && !chosen.includes(pick)) onChange([...chosen, pick]);
  };
  return (
    <fieldset className="picks" aria-describedby={`${id}-hint`}>
      <legend className="choice-legend">{legend}</legend>
      <p className="hint" id={`${id}-hint`}>
        {settingsTexts.selection.lensHint}
      </p>
      {all.map((pick) => (
        <Checkbox
          key={pick.id}
          label={pick.name}
          isChecked={chosen.includes(pick.id)}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.checked ? [...chosen, pick.id] : chosen.filter((known) => known !== pick.id),
            )
          }
        />
      ))}
      <details className="aside">
        <summary>{addLabel}</summary>
        <Field label={addLabel}>
          {({ id: inputId }) => (
            <Inline space="space.100">
              <TextField
                id={inputId}
                isCompact
                value={typed}
                maxLength={128}
                onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              />
              <Button spacing="compact" onClick={add}>
                {settingsTexts.selection.add}
              </Button>
            </Inline>
          )}
        </Field>
      </details>
    </fieldset>
  );
}
