/** Settings of the site and of its linked workloads, in AWS's vocabulary where it has one. Pure. */
import type { z } from 'zod';
import { storedLinkSettings, storedSiteSettings } from './schema';

export type { DoneAs, ResolveSelects } from './resolve-selects';
export { SCOPES, type Scope, type SelectedPillar, type Selection } from './selection';

/** Each setting is described where the table of settings has it. */
export type SiteSettings = Readonly<z.output<typeof storedSiteSettings>>;

/** What is absent here is the site's, where the site has it. */
export type LinkSettings = Readonly<z.output<typeof storedLinkSettings>>;

/** What holds for a linked workload: its own settings, and the site's where it has none. */
export type EffectiveSettings = Pick<SiteSettings, keyof SiteSettings & keyof LinkSettings> &
  Omit<LinkSettings, keyof SiteSettings>;

export const DEFAULT_SITE_SETTINGS: SiteSettings = storedSiteSettings.parse({});

export const DEFAULT_LINK_SETTINGS: LinkSettings = storedLinkSettings.parse({});
