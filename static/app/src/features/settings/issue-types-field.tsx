import { useId } from 'react';
import Select from '@atlaskit/select/default';
import type { LinkSettings } from '../../../../../src/contract';
import { Field } from '../../components/field';
import { settingsTexts } from '../../texts/settings';
import type { IssueType, JiraChoices } from './jira-choices';
import type { SettingProps } from './model';

type IssueTypes = NonNullable<LinkSettings['issueTypes']>;
type Level = keyof IssueTypes;

/** What of a review becomes an issue of which level of Jira's hierarchy. */
const LEVELS: readonly (readonly [Level, hierarchyLevel: number])[] = [
  ['epic', 1],
  ['task', 0],
  ['subtask', -1],
];

/** As which types the issues of a workload are made, where its project has several of a level. */
export function IssueTypesField({
  value = {},
  choices: { issueTypes },
  onChange,
}: SettingProps<IssueTypes> & { readonly choices: JiraChoices }) {
  const id = useId();
  const { legend, hint } = settingsTexts.issueTypes;
  const put = (level: Level, typeId: string) => {
    const { [level]: before, ...others } = value;
    const next: IssueTypes = typeId === '' ? others : { ...others, [level]: typeId };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <fieldset className="picks" aria-describedby={`${id}-hint`}>
      <legend className="choice-legend">{legend}</legend>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {LEVELS.map(([level, hierarchyLevel]) => (
        <TypeField
          key={level}
          level={level}
          offered={issueTypes.filter((type) => type.hierarchyLevel === hierarchyLevel)}
          value={value[level] ?? ''}
          onChange={(typeId) => put(level, typeId)}
        />
      ))}
    </fieldset>
  );
}

interface Props {
  readonly level: Level;
  readonly offered: readonly IssueType[];
  /** An id, or nothing for Jira's own type. */
  readonly value: string;
  readonly onChange: (typeId: string) => void;
}

function TypeField({ level, offered, value, onChange }: Props) {
  const { issueTypes } = settingsTexts;
  const options = [
    { value: '', label: issueTypes.standard },
    ...offered.map((type) => ({ value: type.id, label: type.name })),
  ];
  const lost = { value, label: issueTypes.lost({ id: value }) };
  const chosen = options.find((option) => option.value === value) ?? lost;
  return (
    <Field label={issueTypes[level]}>
      {({ id }) => (
        <div className="narrow">
          <Select<(typeof options)[number]>
            inputId={id}
            spacing="compact"
            options={options}
            value={chosen}
            onChange={(next) => onChange(next?.value ?? '')}
          />
        </div>
      )}
    </Field>
  );
}
