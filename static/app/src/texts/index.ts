/** Every text of the pages, by page; the words themselves are in the repository's `words/`. */
import { admin } from '../../../../words/en/pages/admin';
import { components } from '../../../../words/en/pages/components';
import { connections } from '../../../../words/en/pages/connections';
import { issue } from '../../../../words/en/pages/issue';
import { project } from '../../../../words/en/pages/project';
import { projectSettings } from '../../../../words/en/pages/project-settings';
import { projectSync } from '../../../../words/en/pages/project-sync';
import { projectTriage } from '../../../../words/en/pages/project-triage';
import { settings } from '../../../../words/en/pages/settings';
import { shared } from '../../../../words/en/pages/shared';
import { say } from './language';
import { bind } from './message';

export { format } from './language';

export const texts = bind(
  {
    admin,
    components,
    connections,
    issue,
    project: { ...project, sync: projectSync, triage: projectTriage },
    projectSettings,
    settings,
    shared,
  },
  say,
);

/** The text of that name, where the group has one: for codes that the back end may have more of. */
export function textOf(group: object, name: string): string | undefined {
  return Object.hasOwn(group, name) ? (group as Readonly<Record<string, string>>)[name] : undefined;
}
