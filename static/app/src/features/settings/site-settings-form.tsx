import { call } from '../../bridge/invoke';
import { keep, refresh } from '../../data/answers';
import { Choice } from '../../components/choice';
import { texts } from '../../texts';
import type { SiteSettings } from '../../../../../src/contract';
import { FRAMEWORK } from './framework';
import { useJiraChoices } from './jira-choices';
import { ModeField, modeOf, type Mode } from './mode-field';
import { SaveRow } from './save-row';
import { SharedFields } from './shared-fields';
import { useSettingsForm } from './use-settings-form';

export function SiteSettingsForm({ saved }: { readonly saved: SiteSettings }) {
  const { draft, isChecked, save, submit } = useSettingsForm('site settings', saved, async (settings) => {
    const kept = await call('siteSettings.save', { settings });
    await keep('siteSettings.get', {}, { settings: kept });
    // Connections of projects stop and start with what is saved.
    refresh('connection.list');
  });
  const settings = draft.value;
  const choices = useJiraChoices(undefined);
  const own = texts.settings.projectConnections;
  return (
    <form className="settings" onSubmit={submit} noValidate>
      <Choice<'yes' | 'no'>
        legend={own.legend}
        value={settings.projectConnections ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: own.yes, hint: own.yesHint },
          { value: 'no', label: own.no, hint: own.noHint },
        ]}
        onChange={(next) => draft.set({ ...settings, projectConnections: next === 'yes' })}
      />
      <ModeField
        value={modeOf(settings)}
        onChange={(mode) => draft.set(mode === 'site' ? settings : withMode(settings, mode))}
      />
      <SharedFields
        settings={settings}
        coverable={FRAMEWORK}
        choices={choices}
        isChecked={isChecked}
        onChange={draft.set}
      />
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
