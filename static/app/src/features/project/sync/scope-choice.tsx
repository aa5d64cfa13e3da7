import type { SettingsView } from '../../../../../../src/contract';
import { Choice, type Option } from '../../../components/choice';
import { Waiting } from '../../../components/waiting';
import type { Asked } from '../../../data/use-answer';
import { projectTexts } from '../../../texts/project';
import type { Scope } from '../contract-types';

const SCOPES = ['risks', 'answered', 'all'] as const satisfies Scope[];

interface Props {
  readonly settings: Asked<SettingsView>;
  readonly scope: Scope | undefined;
  readonly onChange: (scope: Scope) => void;
}

const { setup } = projectTexts.sync;

/** Which questions get issues in this run; what the settings say is chosen until somebody chooses otherwise. */
export function ScopeChoice({ settings, scope, onChange }: Props) {
  if (settings.isPending) return <Waiting label={setup.loadingSettings} />;
  const effective = settings.isSuccess ? settings.data.effective : undefined;
  const options = SCOPES.map((value): Option<Scope> => {
    const { name, hint } = setup.scopes[value];
    return { value, hint, label: value === effective?.scope ? `${name} (${setup.scopeDefault})` : name };
  });
  const isNarrow = effective !== undefined && Object.keys(effective.selection).length > 0;
  return (
    <Choice
      legend={setup.scope}
      options={options}
      value={scope ?? effective?.scope ?? 'risks'}
      onChange={onChange}
      {...(isNarrow ? { hint: setup.settingsNarrow } : {})}
    />
  );
}
