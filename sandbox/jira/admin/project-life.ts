/** What happens to a whole project: another key, the archive, its end. */
import { announceProject } from '../announce';
import { deleteIssue } from '../issues/delete-issue';
import type { Issue } from '../model/issue';
import type { Project } from '../model/project';
import { hasKey } from '../projects';
import type { Site } from '../site';
import { refuseBadKey } from './create-project';
import { projectByKey } from './projects';

/**
 * Gives a project another key. Its issues keep their ids and numbers; keys with the old one still name them,
 * as the old key still names the project. Jira indexes the issues anew in the background.
 * https://support.atlassian.com/jira-cloud-administration/docs/edit-a-projects-details/
 *
 * @throws Error for a key that another project has or had
 */
export function renameProject(site: Site, key: string, newKey: string): void {
  const project = projectByKey(site, key);
  if (!hasKey(project, newKey)) refuseBadKey(site, newKey);
  const formerKeys = [...(project.formerKeys ?? []), project.key].filter((former) => former !== newKey);
  const changed: Project = { ...project, key: newKey, formerKeys };
  site.tables.projects.set(project.id, changed);
  for (const issue of issuesOf(site, project)) {
    const renamed: Issue = {
      ...issue,
      key: `${newKey}-${issue.key.slice(issue.key.lastIndexOf('-') + 1)}`,
      formerKeys: [...issue.formerKeys, issue.key],
    };
    site.issues.put(renamed);
    site.index.record(renamed.id, renamed);
  }
  announceProject(site, 'updated', changed);
}

/** Hides the project and its issues from everybody but those who administer it; nothing in it can change. */
export function archiveProject(site: Site, key: string): void {
  setArchived(site, key, true);
}

/** Takes a project out of the archive, with everything as it was. */
export function restoreProject(site: Site, key: string): void {
  setArchived(site, key, false);
}

/**
 * Removes a project with its issues for good, whoever may see them; its keys are free for a new one. The
 * stand-in has no recycle bin. Nothing tells of the issues ("we won't emit separate delete events").
 *
 * @throws Error for an archived project: Jira wants it restored first (document, DELETE /project)
 */
export function deleteProject(site: Site, key: string, author: string): void {
  const project = projectByKey(site, key);
  if (project.archived) throw new Error(`the project '${key}' is archived: restore it first`);
  announceProject(site, 'deleted', project);
  site.events.silently(() => {
    for (const { id } of issuesOf(site, project)) {
      const issue = site.issues.get(id);
      if (issue !== undefined) deleteIssue(site, author, issue);
    }
  });
  const { projects, issueTypes, statuses } = site.tables;
  projects.delete(project.id);
  for (const { id, projectId } of [...issueTypes.values()])
    if (projectId === project.id) issueTypes.delete(id);
  for (const { id, projectId } of [...statuses.values()]) if (projectId === project.id) statuses.delete(id);
}

function setArchived(site: Site, key: string, archived: boolean): void {
  const project = projectByKey(site, key);
  const changed: Project = { ...project, archived };
  site.tables.projects.set(project.id, changed);
  announceProject(site, archived ? 'archived' : 'unarchived', changed);
}

function issuesOf(site: Site, project: Project): Issue[] {
  return [...site.issues.all()].filter(({ projectId }) => projectId === project.id);
}
