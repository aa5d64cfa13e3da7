/** Settings: of a link, for its project's admins, and of the site, for Jira admins. */
import type { Contract, LinkSettings, SettingsView, SiteSettings } from '../contract';
import { effectiveSettings, isAutomatic } from '../settings/effective';
import { DEFAULT_LINK_SETTINGS } from '../settings/model';
import { changedSettings } from '../settings/changed-settings';
import { refuseBesideConnector } from './aws-connector';
import type { Caller, ProjectCaller } from './caller';
import { settings, siteSettings } from './forge';
import { linkOf } from './link-of';
import { record } from './record';
import { beginIfAutomatic, watchEverything } from './switch-automatic';

type Link = Contract['settings.get']['payload'];
type Saving = Contract['settings.save']['payload'];

export async function loadSettings({ workloadArn }: Link, { project }: ProjectCaller): Promise<SettingsView> {
  return viewOf(await settings.load(project.id, workloadArn));
}

export async function saveSettings(
  { workloadArn, settings: after }: Saving,
  { accountId, site, project }: ProjectCaller,
): Promise<SettingsView> {
  const before = await settings.load(project.id, workloadArn);
  const view = await viewOf(after);
  const isSwitchedOn = isAutomatic(view.effective) && !isAutomatic((await viewOf(before)).effective);
  if (isSwitchedOn && view.effective.besideAwsConnector !== true) {
    await refuseBesideConnector(await linkOf(project, workloadArn), site);
  }
  await settings.save(project.id, workloadArn, after);
  const details = changedSettings(before, after);
  if (details !== '') {
    const subject = `workload ${workloadArn}`;
    await record(accountId, { action: 'settings.changed', subject, projectId: project.id, details });
  }
  if (details !== '') await beginIfAutomatic(workloadArn, site);
  return view;
}

async function viewOf(own: LinkSettings): Promise<SettingsView> {
  const site = await siteSettings.load();
  const inherited = effectiveSettings(site, DEFAULT_LINK_SETTINGS);
  return { settings: own, effective: effectiveSettings(site, own), inherited };
}

export function loadSiteSettings(): Promise<SiteSettings> {
  return siteSettings.load();
}

export async function saveSiteSettings(
  { settings: after }: { readonly settings: SiteSettings },
  { accountId }: Caller,
): Promise<SiteSettings> {
  const before = await siteSettings.load();
  await siteSettings.save(after);
  if (isAutomatic(after)) await watchEverything();
  const details = changedSettings(before, after);
  if (details !== '') {
    await record(accountId, { action: 'site-settings.changed', subject: 'site settings', details });
  }
  return after;
}
