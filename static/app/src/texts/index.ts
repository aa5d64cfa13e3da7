/** Every text of the pages, by page. A translation is another object of the same shape. */
import { admin } from './en/admin';
import { connections } from './en/connections';
import { issue } from './en/issue';
import { components } from './en/components';
import { projectSettings } from './en/project-settings';
import { project } from './en/project';
import { settings } from './en/settings';
import { shared } from './en/shared';

export const texts = {
  admin,
  connections,
  issue,
  components,
  project,
  projectSettings,
  settings,
  shared,
} as const;
