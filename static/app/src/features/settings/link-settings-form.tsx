import { call } from '../../bridge/invoke';
import { keep, refresh } from '../../data/answers';
import type { LinkRef, LinkSettings, SettingsView } from '../../../../../src/contract';
import { BesideConnector, isConnectorRefusal } from './beside-connector';
import { withoutGaps } from './field-values';
import { LINK_FIELDS, SHARED_FIELDS } from './fields';
import { useJiraChoices } from './jira-choices';
import { ModeField, modeOf, type Mode } from './mode-field';
import { withSetting } from './model';
import { SaveRow } from './save-row';
import { SettingFields } from './setting-fields';
import { useCoverable } from './use-coverable';
import { useCreateScreens } from './use-create-screens';
import { useSettingsForm } from './use-settings-form';

interface Props {
  readonly link: LinkRef;
  readonly view: SettingsView;
}

/** Settings of a linked workload; what is not set here follows the site. */
export function LinkSettingsForm({ link, view: { settings: saved, inherited } }: Props) {
  const { draft, isChecked, save, submit } = useSettingsForm<LinkSettings>(
    `settings ${link.projectKey} ${link.workloadArn}`,
    saved,
    async (next) => {
      await keep('settings.get', link, await call('settings.save', { ...link, settings: withoutGaps(next) }));
      refresh('workload.linked');
    },
  );
  const settings = draft.value;
  const create = useCreateScreens(link.projectKey, settings.issueTypes);
  const offered = { ...useCoverable(link), choices: useJiraChoices(link.projectKey), create, isChecked };
  const isRefused = save.failure !== undefined && isConnectorRefusal(save.failure);
  return (
    <form className="settings" onSubmit={submit} noValidate>
      <ModeField
        value={settings.issueManagementStatus === 'INHERIT' ? 'site' : modeOf(typed(settings))}
        inherited={modeOf(inherited)}
        onChange={(mode) => draft.set(withMode(settings, mode))}
      />
      <SettingFields
        fields={SHARED_FIELDS}
        settings={settings}
        inherited={inherited}
        onChange={draft.set}
        {...offered}
      />
      <SettingFields fields={LINK_FIELDS} settings={settings} onChange={draft.set} {...offered} />
      <BesideConnector
        failure={isRefused ? save.failure : undefined}
        isConfirmed={settings.besideAwsConnector === true}
        isSaving={save.isRunning}
        onConfirm={() => void save.run({ ...settings, besideAwsConnector: true })}
        onTakeBack={() => draft.set(withSetting(settings, 'besideAwsConnector', undefined))}
      />
      <SaveRow
        isChanged={draft.isChanged}
        isSaving={save.isRunning}
        failure={isRefused ? undefined : save.failure}
        onDiscard={draft.forget}
      />
    </form>
  );
}

/** ENABLED without a type is MANUAL. */
function typed({ issueManagementStatus, issueManagementType = 'MANUAL' }: LinkSettings) {
  const status = issueManagementStatus === 'DISABLED' ? ('DISABLED' as const) : ('ENABLED' as const);
  return { issueManagementStatus: status, issueManagementType };
}

function withMode(settings: LinkSettings, mode: Mode | 'site'): LinkSettings {
  const bare = withSetting(settings, 'issueManagementType', undefined);
  if (mode === 'site') return { ...bare, issueManagementStatus: 'INHERIT' };
  if (mode === 'DISABLED') return { ...bare, issueManagementStatus: 'DISABLED' };
  return { ...bare, issueManagementStatus: 'ENABLED', issueManagementType: mode };
}
