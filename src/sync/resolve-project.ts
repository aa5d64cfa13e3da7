import type { Jira } from '../jira/jira';
import type { ProjectRef } from '../jira/model';
import { UpstreamError } from '../upstream-error';

/**
 * The project of a run as it is called now; asked at the start of each invocation. Throws an `UpstreamError`
 * that ends the run before anything is read or written: code `project-gone` where the project was deleted
 * or is hidden from the app (Jira tells these apart for nobody), `project-archived` where it is read-only.
 */
export async function resolveProject(jira: Pick<Jira, 'project'>, projectId: string): Promise<ProjectRef> {
  const project = await jira.project(projectId);
  if (project === undefined) throw ended('project-gone', GONE);
  if (project.archived) throw ended('project-archived', archived(project));
  return project;
}

const GONE =
  'The Jira project was deleted, or the app may not see it: nothing was synced. If it still exists, let the role atlassian-addons-project-access browse it; right after the app was installed this can take some minutes.';

function archived({ key }: ProjectRef): string {
  return `Project ${key} is archived: nothing was synced, and its issues stay as they are. Restore the project to sync again.`;
}

function ended(code: string, message: string): UpstreamError {
  return new UpstreamError(message, { service: 'jira', code, retryable: false });
}
