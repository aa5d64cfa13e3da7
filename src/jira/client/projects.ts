import { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import type { ProjectRef } from '../model';
import { because } from '../reasons';
import { createHttp, type Http, type HttpOptions } from './http';
import { route } from './requester';

/** An id, or Jira's form of a project key; both are safe in a path. */
const ID_OR_KEY = /^(?:\d+|[A-Za-z][A-Za-z0-9_]*)$/;

/** Whether it is the id of a project, and no key. */
export function isProjectId(idOrKey: string): boolean {
  return /^\d+$/.test(idOrKey);
}

/** Schema `Project`. `deleted`: it is in the recycle bin, from where a Jira admin can restore it. */
const projectSchema = z.object({
  id: z.string(),
  key: z.string(),
  projectTypeKey: z.string().optional(),
  /** Whether it is team-managed; `style` says the same in other words. */
  simplified: z.boolean().optional(),
  style: z.string().optional(),
  archived: z.boolean().default(false),
  deleted: z.boolean().default(false),
});

export type Project = z.infer<typeof projectSchema>;

/**
 * The project of an id, a key or a former key, as whoever the requester acts for sees it; `undefined` where
 * none is there, it is hidden from them, or it is in the recycle bin. Jira answers the three alike (404), or
 * marks the last (`deleted`). Who may see an archived project is not documented: it is either marked
 * (`archived`) or not found (unverified, J12).
 */
export async function readProject(options: HttpOptions, idOrKey: string): Promise<ProjectRef | undefined> {
  const project = await findProject(createHttp(options), idOrKey);
  return project && { id: project.id, key: project.key, archived: project.archived };
}

/** As `readProject`, with what the profile needs beside it. */
export async function findProject(http: Http, idOrKey: string): Promise<Project | undefined> {
  if (!ID_OR_KEY.test(idOrKey)) return undefined;
  const what = because('to-read-project', { project: idOrKey });
  const path = route`/rest/api/3/project/${idOrKey}`;
  try {
    const project = await http.read({ what, method: 'GET', route: path, repeatable: true }, projectSchema);
    return project.deleted ? undefined : project;
  } catch (error) {
    if (error instanceof UpstreamError && ['403', '404'].includes(error.details.code)) return undefined;
    throw error;
  }
}
