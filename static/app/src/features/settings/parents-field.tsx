import { Choice, type Option } from '../../components/choice';
import { texts } from '../../texts';
import type { SettingProps } from './model';

type Answer = 'site' | 'yes' | 'no';

export function ParentsField({ value, inherited, mayInherit, onChange }: SettingProps<boolean>) {
  const { parents, asSite } = texts.settings;
  const site: Option<Answer>[] = mayInherit
    ? [{ value: 'site', label: asSite({ value: parents[inherited === true ? 'yes' : 'no'] }) }]
    : [];
  return (
    <Choice<Answer>
      legend={parents.legend}
      value={value === undefined ? 'site' : value ? 'yes' : 'no'}
      options={[
        ...site,
        { value: 'no', label: parents.no, hint: parents.noHint },
        { value: 'yes', label: parents.yes, hint: parents.yesHint },
      ]}
      onChange={(chosen) => onChange(chosen === 'site' ? undefined : chosen === 'yes')}
    />
  );
}
