import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { Loaded } from '../../components/loaded';
import { DefaultsNotice } from '../../components/defaults-notice';
import { Back } from '../../components/back';
import { PartHeading } from '../../components/part-heading';
import { LinkSettingsForm } from '../settings/link-settings-form';
import { projectSettingsTexts } from '../../texts/project-settings';
import { settingsTexts } from '../../texts/settings';

interface Props {
  readonly workloadArn: string;
  readonly onLeave: () => void;
}

/** Settings of one linked workload. */
export function LinkSettings({ workloadArn, onLeave }: Props) {
  const projectKey = useProjectKey();
  const linked = useAnswer('workload.linked', { projectKey });
  const { back, gone, goneHint } = projectSettingsTexts.settings;
  return (
    <Stack space="space.200">
      <Back onClick={onLeave}>{back}</Back>
      <Loaded of={linked}>
        {({ workloads }) => {
          const link = workloads.find((known) => known.workloadArn === workloadArn);
          if (link) return <Form workloadArn={workloadArn} name={link.name} />;
          return (
            <SectionMessage appearance="warning" title={gone}>
              <p>{goneHint}</p>
            </SectionMessage>
          );
        }}
      </Loaded>
    </Stack>
  );
}

function Form({ workloadArn, name }: { readonly workloadArn: string; readonly name: string }) {
  const link = { projectKey: useProjectKey(), workloadArn };
  const asked = useAnswer('settings.get', link);
  return (
    <Stack space="space.200">
      <PartHeading takesFocus>{projectSettingsTexts.settings.title({ name })}</PartHeading>
      <p className="plain">{settingsTexts.linkLead}</p>
      <Loaded of={asked}>
        {(view) => (
          <>
            <DefaultsNotice because={view.unreadable} />
            <LinkSettingsForm link={link} view={view} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}
