import type { Place } from '../model';
import type { Http } from './http';
import { missingPermissions } from './permissions';
import { findProject } from './projects';

/** What the app needs of a project in which it changes issues and makes none. */
const NEEDED = ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'TRANSITION_ISSUES'] as const;

/** See `Jira.place`. */
export async function readPlace(http: Http, projectId: string): Promise<Place> {
  const project = await findProject(http, projectId);
  if (project === undefined) return { isTeamManaged: false, mayEdit: false };
  const { archived, key, simplified, style } = project;
  return {
    isTeamManaged: simplified ?? style === 'next-gen',
    mayEdit: !archived && (await missingPermissions(http, NEEDED, key)).length === 0,
  };
}
