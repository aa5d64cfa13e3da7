/** Settings as stored records: what a version does not know stays in storage, what is missing has its default. */
import { hash } from '../hash';
import { defineRecord } from '../storage/record';
import type { LinkSettings, SiteSettings } from './model';
import { storedLinkSettings, storedSiteSettings } from './schema';

export const siteSettingsRecord = defineRecord<SiteSettings>({
  name: 'site-settings',
  key: () => 'site-settings',
  version: 1,
  schema: storedSiteSettings,
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'The defaults hold.',
    unreadable:
      'No link syncs and no connection of a project is used, because the defaults could change issues; saving the settings replaces it.',
  },
});

export const linkSettingsRecord = defineRecord<
  LinkSettings,
  readonly [projectId: string, workloadArn: string]
>({
  name: 'link-settings',
  key: ([projectId, workloadArn]) => `settings:${projectId}:${hash(workloadArn)}`,
  version: 1,
  schema: storedLinkSettings,
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'The link has the settings of the site.',
    unreadable: 'This link does not sync, others do; saving its settings replaces it.',
  },
});
