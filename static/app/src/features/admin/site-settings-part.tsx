import { Stack } from '@atlaskit/primitives/compiled';
import { useAnswer } from '../../data/use-answer';
import { Loaded } from '../../components/loaded';
import { DefaultsNotice } from '../../components/defaults-notice';
import { PartHeading } from '../../components/part-heading';
import { SiteSettingsForm } from '../settings/site-settings-form';
import { settingsTexts } from '../../texts/settings';

export function SiteSettingsPart() {
  const asked = useAnswer('siteSettings.get', {});
  return (
    <Stack space="space.200">
      <PartHeading>{settingsTexts.siteTitle}</PartHeading>
      <p className="plain">{settingsTexts.siteLead}</p>
      <Loaded of={asked}>
        {({ settings, unreadable }) => (
          <>
            <DefaultsNotice because={unreadable} />
            <SiteSettingsForm saved={settings} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}
