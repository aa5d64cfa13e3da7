/** Settings of a link, for its project's admins. */
import { record, type AuditPorts } from '../audit/record';
import { refuseBesideConnector, type BesideConnectorPorts } from '../automatic/beside-connector';
import { beginIfAutomatic, type SwitchOnPorts } from '../automatic/switch-on';
import type { Contract, LinkSettings, SettingsView } from '../contract';
import { linkOf } from '../linked-workloads/link-of';
import type { LinkSettingsPorts } from '../linked-workloads/link-settings';
import { changedSettings } from '../settings/changed-settings';
import { effectiveSettings, isAutomatic } from '../settings/effective';
import { DEFAULT_LINK_SETTINGS } from '../settings/model';
import type { SettingsStore } from '../settings/settings-store';
import { ifReadable } from '../storage/problems';
import type { ProjectCaller } from './caller';

type Link = Contract['settings.get']['payload'];
type Saving = Contract['settings.save']['payload'];

export async function loadSettings(
  { workloadArn }: Link,
  { project }: ProjectCaller,
  ports: LinkSettingsPorts,
): Promise<SettingsView> {
  return viewOf(await ports.settings.load(project.id, workloadArn), ports);
}

export interface SaveSettingsPorts extends SwitchOnPorts, BesideConnectorPorts, AuditPorts {
  readonly settings: SettingsStore;
  readonly newId: () => string;
}

/** Switching to automatic mode is refused beside AWS's own connector, unless a person confirms that both may work. */
export async function saveSettings(
  { workloadArn, settings: after }: Saving,
  { accountId, site, project }: ProjectCaller,
  ports: SaveSettingsPorts,
): Promise<SettingsView> {
  // Settings that cannot be read are saved over.
  const before = (await ifReadable(ports.settings.load(project.id, workloadArn))) ?? DEFAULT_LINK_SETTINGS;
  const view = await viewOf(after, ports);
  const isSwitchedOn = isAutomatic(view.effective) && !isAutomatic((await viewOf(before, ports)).effective);
  if (isSwitchedOn && view.effective.besideAwsConnector !== true) {
    await refuseBesideConnector(await linkOf(project, workloadArn, ports), site, ports);
  }
  await ports.settings.save(project.id, workloadArn, after);
  const details = changedSettings(before, after);
  if (!details) return view;
  const subject = `workload ${workloadArn}`;
  await record(accountId, { action: 'settings.changed', subject, projectId: project.id, details }, ports);
  await beginIfAutomatic(workloadArn, site, ports);
  return view;
}

async function viewOf(
  own: LinkSettings,
  { siteSettings }: Pick<LinkSettingsPorts, 'siteSettings'>,
): Promise<SettingsView> {
  const site = await siteSettings.load();
  const inherited = effectiveSettings(site, DEFAULT_LINK_SETTINGS);
  return { settings: own, effective: effectiveSettings(site, own), inherited };
}
