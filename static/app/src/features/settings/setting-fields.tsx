import type { ReactNode } from 'react';
import './settings.css';
import type { Choices, Fields } from './fields';
import { type SettingProps, withSetting } from './model';

interface Props<F, S> extends Choices {
  readonly fields: Fields<F>;
  readonly settings: S;
  /** What applies to what is not set; absent: nobody to inherit from. */
  readonly inherited?: Readonly<Partial<F>>;
  readonly onChange: (settings: S) => void;
}

/** By each name, a table has the field for that setting's type. */
type AnyField = (props: SettingProps<unknown> & Choices) => ReactNode;

/** A field for each setting of a table. */
export function SettingFields<F extends object, S extends Readonly<Partial<F>>>(props: Props<F, S>) {
  const { fields, settings, inherited, onChange, ...choices } = props;
  const all = Object.entries(fields) as [keyof F & string, AnyField][];
  return all.map(([name, Field]) => (
    <Field
      key={name}
      {...choices}
      value={settings[name]}
      inherited={inherited?.[name]}
      mayInherit={inherited !== undefined}
      onChange={(value) => onChange(withSetting(settings, name, value as S[typeof name] | undefined))}
    />
  ));
}
