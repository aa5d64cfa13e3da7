import { useId } from 'react';
import Select from '@atlaskit/select/default';
import { RemoveButton } from '../../components/remove-button';
import { settingsTexts } from '../../texts/settings';
import type { JiraChoices, Named } from './jira-choices';
import { MEANINGS, type Meaning, type Rule } from './rules';

interface Props {
  readonly rule: Rule;
  /** From 1. */
  readonly nth: number;
  readonly choices: JiraChoices;
  readonly isInvalid: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

interface Entry<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

function meanings(): readonly Entry<Meaning>[] {
  return MEANINGS.map((value) => ({ value, label: settingsTexts.resolve[value] }));
}

/** "Done with this status or resolution means that." */
export function RuleRow({ rule, nth, choices, isInvalid, onChange, onRemove }: Props) {
  const id = useId();
  const own = settingsTexts.resolve;
  const statuses = entries(choices.statuses, 'status', own.status);
  const resolutions = entries(choices.resolutions, 'resolution', own.resolution);
  return (
    <div className="rule">
      <label className="visually-hidden" htmlFor={`${id}-how`}>
        {own.how({ nth })}
      </label>
      <Select<Entry>
        inputId={`${id}-how`}
        spacing="compact"
        isInvalid={isInvalid && rule.how.endsWith(' ')}
        placeholder={own.placeholder}
        options={[
          { label: own.statuses, options: statuses },
          { label: own.resolutions, options: resolutions },
        ]}
        value={chosen([...statuses, ...resolutions], rule.how)}
        onChange={(next) => (next ? onChange({ ...rule, how: next.value }) : undefined)}
      />
      <label className="visually-hidden" htmlFor={`${id}-means`}>
        {own.means({ nth })}
      </label>
      <Select<Entry<Meaning>>
        inputId={`${id}-means`}
        spacing="compact"
        options={meanings()}
        value={meanings().find(({ value }) => value === rule.means) ?? null}
        onChange={(next) => (next ? onChange({ ...rule, means: next.value }) : undefined)}
      />
      <RemoveButton label={own.remove({ nth })} onRemove={onRemove} />
    </div>
  );
}

/** Names that Jira has twice, in projects of their own, are told apart by their ids. */
function entries(
  all: readonly Named[],
  kind: string,
  words: (values: { readonly name: string }) => string,
): Entry[] {
  return all.map(({ id, name }) => {
    const isTwice = all.some((other) => other.name === name && other.id !== id);
    const { noId } = settingsTexts.resolve;
    return { value: `${kind} ${id}`, label: words({ name: isTwice ? `${name} (${noId({ id })})` : name }) };
  });
}

/** One that Jira does not have any more keeps its id. */
function chosen(all: readonly Entry[], how: string): Entry | null {
  if (how.endsWith(' ')) return null;
  return all.find(({ value }) => value === how) ?? { value: how, label: how };
}
