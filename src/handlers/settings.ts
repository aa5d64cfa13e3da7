/** Settings: of a link, for its project's admins, and of the site, for Jira admins. */
import type { Contract, SiteSettings } from '../contract';
import { changedSettings } from '../settings/changed-settings';
import type { Caller, ProjectCaller } from './caller';
import { settings, siteSettings } from './forge';
import { record } from './record';

type Link = Contract['settings.get']['payload'];
type Saving = Contract['settings.save']['payload'];

export function loadSettings({ workloadArn }: Link, { project }: ProjectCaller): Promise<Saving['settings']> {
  return settings.load(project.id, workloadArn);
}

export async function saveSettings(
  { workloadArn, settings: after }: Saving,
  { accountId, project }: ProjectCaller,
): Promise<Saving['settings']> {
  const before = await settings.load(project.id, workloadArn);
  await settings.save(project.id, workloadArn, after);
  const details = changedSettings(before, after);
  if (details !== '') {
    const subject = `workload ${workloadArn}`;
    await record(accountId, { action: 'settings.changed', subject, projectId: project.id, details });
  }
  return after;
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
  const details = changedSettings(before, after);
  if (details !== '') {
    await record(accountId, { action: 'site-settings.changed', subject: 'site settings', details });
  }
  return after;
}
