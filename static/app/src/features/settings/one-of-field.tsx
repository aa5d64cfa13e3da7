import { Choice, type Option } from '../../components/choice';
import { settingsTexts } from '../../texts/settings';
import type { SettingProps } from './model';

type Name<V> = V extends boolean ? 'yes' | 'no' : V & string;

/** The question that a setting answers, and a word for each answer, with a hint where it needs one. */
type Words<V> = { readonly legend: string; readonly hint?: string } & Readonly<Record<Name<V>, string>> &
  Readonly<Partial<Record<`${Name<V>}Hint`, string>>>;

/** The field of a setting that is yes or no, or one of a few. `values` as the page lists them. */
export function oneOf<V extends string | boolean>(words: Words<V>, values: readonly V[]) {
  return function OneOfField({ value, inherited, mayInherit, onChange }: SettingProps<V>) {
    const site: Option<string>[] =
      mayInherit && inherited !== undefined
        ? [{ value: 'site', label: settingsTexts.asSite({ value: optionOf(words, inherited).label }) }]
        : [];
    return (
      <Choice
        legend={words.legend}
        hint={words.hint}
        value={value === undefined ? 'site' : nameOf(value)}
        options={[...site, ...values.map((each) => optionOf(words, each))]}
        onChange={(chosen) => onChange(values.find((each) => nameOf(each) === chosen))}
      />
    );
  };
}

function nameOf(value: string | boolean): string {
  if (typeof value === 'string') return value;
  return value ? 'yes' : 'no';
}

function optionOf(words: object, value: string | boolean): Option<string> {
  const name = nameOf(value);
  const { [name]: label = name, [`${name}Hint`]: hint } = words as Readonly<
    Record<string, string | undefined>
  >;
  return { value: name, label, ...(hint === undefined ? {} : { hint }) };
}
