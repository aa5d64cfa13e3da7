/** Settings of a link, for its project's admins. */
import { changedMembers } from '../audit/changed-values';
import { because as tell } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import { refuseBesideConnector, type BesideConnectorPorts } from '../automatic/beside-connector';
import { beginIfAutomatic, type SwitchOnPorts } from '../automatic/switch-on';
import type { Contract, LinkSettings, SettingsView } from '../contract';
import { linkOf } from '../linked-workloads/link-of';
import type { LinkSettingsPorts } from '../linked-workloads/link-settings';
import { effectiveSettings, isAutomatic } from '../settings/effective';
import { DEFAULT_LINK_SETTINGS } from '../settings/model';
import type { SettingsStore } from '../settings/settings-store';
import { orIfUnreadable } from '../storage/problems';
import type { ProjectCaller } from './caller';
import { refuseUnknownStatuses, type StatusesPorts } from './check-statuses';
import { refuseUnoffered, type MakeSettingsPorts } from './check-make-settings';

type Link = Contract['settings.get']['payload'];
type Saving = Contract['settings.save']['payload'];

/** The defaults where the link's own settings cannot be read. @throws RecordError of what must not be saved over */
export async function loadSettings(
  { workloadArn }: Link,
  { project }: ProjectCaller,
  ports: LinkSettingsPorts,
): Promise<SettingsView> {
  const own = ports.settings.load(project.id, workloadArn);
  const { value, unreadable } = await orIfUnreadable(own, DEFAULT_LINK_SETTINGS);
  return { ...(await viewOf(value, ports)), ...(unreadable ? { unreadable } : {}) };
}

export interface SaveSettingsPorts
  extends SwitchOnPorts, BesideConnectorPorts, AuditPorts, MakeSettingsPorts, StatusesPorts {
  readonly projectExaminer: MakeSettingsPorts['projectExaminer'] & StatusesPorts['projectExaminer'];
  readonly settings: SettingsStore;
  readonly newId: () => string;
}

/**
 * Also over settings that cannot be read. Switching to automatic mode is refused beside AWS's own connector, unless
 * a person confirms that both may work; an issue type, a value of a field or a done status is refused that the project does not offer.
 * What is new in that is judged by the settings as they stood when the person pressed; the audit log is told the very
 * settings that these replaced.
 *
 * @throws NewerRecord
 */
export async function saveSettings(
  { workloadArn, settings: after }: Saving,
  { accountId, site, project }: ProjectCaller,
  ports: SaveSettingsPorts,
): Promise<SettingsView> {
  const own = ports.settings.load(project.id, workloadArn);
  const { value: seen } = await orIfUnreadable(own, DEFAULT_LINK_SETTINGS);
  const view = await viewOf(after, ports);
  await refuseUnoffered(seen, after, project, ports);
  await refuseUnknownStatuses(seen, after, project, ports);
  const isSwitchedOn = isAutomatic(view.effective) && !isAutomatic((await viewOf(seen, ports)).effective);
  if (isSwitchedOn && view.effective.besideAwsConnector !== true) {
    await refuseBesideConnector(await linkOf(project, workloadArn, ports), site, ports);
  }
  const { before, unreadable } = await ports.settings.save(project.id, workloadArn, after);
  const lines = changedMembers(before, after);
  if (!unreadable && lines.length === 0) return view;
  const change = unreadable ? tell('settings-not-read') : tell('values-changed', { count: lines.length });
  const target = tell('target-workload', { workload: workloadArn });
  const deed = { action: 'settings.changed', target, projectId: project.id, change, lines } as const;
  await record(accountId, deed, ports);
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
