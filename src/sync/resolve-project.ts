import type { Jira } from '../jira/jira';
import type { ProjectRef } from '../jira/model';
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import { because } from './reasons';

/**
 * The project of a run as it is called now; asked at the start of each invocation. Throws an `UpstreamError`
 * that ends the run before anything is read or written: code `project-gone` where the project was deleted
 * or is hidden from the app (Jira tells these apart for nobody), `project-archived` where it is read-only.
 */
export async function resolveProject(jira: Pick<Jira, 'project'>, projectId: string): Promise<ProjectRef> {
  const project = await jira.project(projectId);
  if (project === undefined) throw ended('project-gone', because('run-without-project'));
  if (project.archived)
    throw ended('project-archived', because('run-in-archived-project', { project: project.key }));
  return project;
}

function ended(code: string, reason: Reason): UpstreamError {
  return new UpstreamError(reason, { service: 'jira', code, retryable: false });
}
