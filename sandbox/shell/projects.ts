/** Projects as the current user sees them. */
import { z } from 'zod';
import type { JiraClient } from './jira-client';

const project = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  projectTypeKey: z.string(),
  simplified: z.boolean(),
  issueTypes: z.array(z.object({ id: z.string(), name: z.string(), hierarchyLevel: z.number() })).default([]),
});

export type Project = Readonly<z.infer<typeof project>>;

const projectPage = z.object({ values: z.array(project) });

/** The project of a page, with what the navigation depends on. */
export interface CurrentProject extends Project {
  /** Whether the user administers it. */
  readonly administers: boolean;
}

/** The first hundred, by key. */
export async function visibleProjects(jira: JiraClient): Promise<readonly Project[]> {
  return (await jira.get('project/search?maxResults=100', projectPage)).values;
}

/** @throws Problem 404 if there is none, or the user may not see it */
export async function currentProject(jira: JiraClient, idOrKey: string): Promise<CurrentProject> {
  const found = await jira.get(`project/${encodeURIComponent(idOrKey)}`, project);
  const granted = await permissions(jira, `projectId=${found.id}`, ['ADMINISTER_PROJECTS']);
  return { ...found, administers: granted.has('ADMINISTER_PROJECTS') };
}

const grants = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

/**
 * Which of these permissions the user has.
 *
 * @param where `projectId=…` or `issueKey=…`
 */
export async function permissions(
  jira: JiraClient,
  where: string,
  asked: readonly string[],
): Promise<ReadonlySet<string>> {
  const answer = await jira.get(`mypermissions?${where}&permissions=${asked.join(',')}`, grants);
  return new Set(asked.filter((key) => answer.permissions[key]?.havePermission));
}
