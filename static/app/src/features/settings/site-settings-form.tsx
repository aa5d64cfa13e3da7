import { call } from '../../bridge/invoke';
import { keep, refresh } from '../../data/answers';
import type { SiteSettings } from '../../../../../src/contract';
import { SHARED_FIELDS, SITE_FIELDS } from './fields';
import { FRAMEWORK } from './framework';
import { useJiraChoices } from './jira-choices';
import { ModeField, modeOf, type Mode } from './mode-field';
import { SaveRow } from './save-row';
import { SettingFields } from './setting-fields';
import { useSettingsForm } from './use-settings-form';

export function SiteSettingsForm({ saved }: { readonly saved: SiteSettings }) {
  const { draft, isChecked, save, submit } = useSettingsForm('site settings', saved, async (settings) => {
    const kept = await call('siteSettings.save', { settings });
    await keep('siteSettings.get', {}, { settings: kept });
    // Connections of projects stop and start with what is saved.
    refresh('connection.list');
  });
  const settings = draft.value;
  const offered = { coverable: FRAMEWORK, choices: useJiraChoices(undefined), isChecked };
  return (
    <form className="settings" onSubmit={submit} noValidate>
      <SettingFields fields={SITE_FIELDS} settings={settings} onChange={draft.set} {...offered} />
      <ModeField
        value={modeOf(settings)}
        onChange={(mode) => draft.set(mode === 'site' ? settings : withMode(settings, mode))}
      />
      <SettingFields fields={SHARED_FIELDS} settings={settings} onChange={draft.set} {...offered} />
      <SaveRow
        isChanged={draft.isChanged}
        isSaving={save.isRunning}
        failure={save.failure}
        onDiscard={draft.forget}
      />
    </form>
  );
}

function withMode(settings: SiteSettings, mode: Mode): SiteSettings {
  if (mode === 'DISABLED') return { ...settings, issueManagementStatus: 'DISABLED' };
  return { ...settings, issueManagementStatus: 'ENABLED', issueManagementType: mode };
}
