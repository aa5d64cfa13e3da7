import { Choice, type Option } from '../../components/choice';
import { texts } from '../../texts';
import type { Scope, SettingProps } from './model';

export function ScopeField({ value, inherited, mayInherit, onChange }: SettingProps<Scope>) {
  const { scope, asSite } = texts.settings;
  const site: Option<Scope | 'site'>[] =
    mayInherit && inherited ? [{ value: 'site', label: asSite({ value: scope[inherited] }) }] : [];
  return (
    <Choice<Scope | 'site'>
      legend={scope.legend}
      value={value ?? 'site'}
      options={[
        ...site,
        { value: 'risks', label: scope.risks, hint: scope.risksHint },
        { value: 'answered', label: scope.answered, hint: scope.answeredHint },
        { value: 'all', label: scope.all, hint: scope.allHint },
      ]}
      onChange={(chosen) => onChange(chosen === 'site' ? undefined : chosen)}
    />
  );
}
