/** What people do to issues outside the REST operations that the stand-in has. */
import { numberIssue } from '../issues/create-issue';
import { subtasksOf } from '../issues/subtasks';
import { withStatus } from '../issues/transitions';
import { insertIssue, updateIssue } from '../issues/write-issue';
import type { Issue } from '../model/issue';
import type { Project } from '../model/project';
import type { Site } from '../site';
import { nextNumber, referenced } from '../tables';
import { correspondingStatus, projectByKey } from './projects';

/** @throws Error if there is no such issue */
export function issueByKey(site: Site, idOrKey: string): Issue {
  const issue = site.issues.find(idOrKey);
  if (issue === undefined) throw new Error(`there is no issue '${idOrKey}'`);
  return issue;
}

export function setSummary(site: Site, idOrKey: string, summary: string, author: string): void {
  const issue = issueByKey(site, idOrKey);
  updateIssue(site, author, issue, { ...issue, summary });
}

/** A person says something below an issue. */
export function addComment(site: Site, idOrKey: string, text: string, author: string): void {
  const issue = issueByKey(site, idOrKey);
  const changed = { ...issue, comments: [...(issue.comments ?? []), { author, text }] };
  site.issues.put(changed);
  site.index.record(changed.id, changed);
}

/**
 * Moves an issue with its Sub-tasks to another project: the ids stay, the keys change, the old ones still
 * resolve. An Epic link survives between company-managed projects only.
 *
 * @throws Error for a Sub-task (it moves with its parent), or if the project lacks the issue's level
 */
export function moveIssue(site: Site, idOrKey: string, projectKey: string, author: string): Issue {
  const issue = issueByKey(site, idOrKey);
  const target = projectByKey(site, projectKey);
  if (referenced(site.tables.issueTypes, issue.issueTypeId).hierarchyLevel < 0) {
    throw new Error('a Sub-task moves with its parent');
  }
  const subtasks = subtasksOf(site, issue);
  for (const child of site.issues.children(issue.id)) {
    const kept = subtasks.includes(child) || bothClassic(site, child, target);
    if (!kept) updateIssue(site, author, child, { ...child, parentId: undefined });
  }
  const parentId = bothClassic(site, issue, target) ? issue.parentId : undefined;
  const moved = moveOne(site, { ...issue, parentId }, issue, target, author);
  for (const subtask of subtasks) moveOne(site, subtask, subtask, target, author);
  return moved;
}

/**
 * Gives an issue a security level that these accounts pass; nobody else, the app and Jira admins included,
 * can tell that it exists. Without accounts the level is taken away.
 *
 * @throws Error for a Sub-task: it has the level of its parent
 */
export function setSecurity(site: Site, idOrKey: string, visibleTo: readonly string[] | undefined): void {
  const issue = issueByKey(site, idOrKey);
  if (referenced(site.tables.issueTypes, issue.issueTypeId).hierarchyLevel < 0) {
    throw new Error('a Sub-task has the security level of its parent');
  }
  const changed = { ...issue, visibleTo };
  site.issues.put(changed);
  site.index.record(changed.id, changed);
}

/** As a site migration or an import leaves an issue: made by another account, or by nobody that is known. */
export function setCreator(site: Site, idOrKey: string, creator: string | undefined): void {
  const changed = { ...issueByKey(site, idOrKey), creator };
  site.issues.put(changed);
  site.index.record(changed.id, changed);
}

/** Copies an issue with its entity properties, as Jira's own Clone does; it starts in the first status. */
export function cloneIssue(site: Site, idOrKey: string, author: string): Issue {
  const original = issueByKey(site, idOrKey);
  const project = referenced(site.tables.projects, original.projectId);
  const now = site.clock.now();
  const copy: Issue = {
    ...original,
    summary: `CLONE - ${original.summary}`.slice(0, 255),
    formerKeys: [],
    statusId: project.workflow.initialStatusId,
    statusCategoryChanged: now,
    resolutionId: undefined,
    resolved: undefined,
    creator: author,
    created: now,
    updated: now,
  };
  const clone = numberIssue(site, project, copy);
  insertIssue(site, clone);
  return clone;
}

function bothClassic(site: Site, issue: Issue, target: Project): boolean {
  const { style } = referenced(site.tables.projects, issue.projectId);
  return style === 'classic' && target.style === 'classic';
}

function moveOne(site: Site, changed: Issue, before: Issue, target: Project, author: string): Issue {
  const statusId = correspondingStatus(site, changed, target.workflow);
  const placed: Issue = {
    ...changed,
    projectId: target.id,
    key: `${target.key}-${nextNumber(site.tables, `issue number ${target.id}`, 1)}`,
    formerKeys: [...changed.formerKeys, changed.key],
    issueTypeId: correspondingType(site, changed, target),
  };
  const after = withStatus(site, placed, statusId, target.workflow.automaticResolution);
  return updateIssue(site, author, before, after);
}

function correspondingType(site: Site, issue: Issue, target: Project): string {
  if (target.issueTypeIds.includes(issue.issueTypeId)) return issue.issueTypeId;
  const { hierarchyLevel } = referenced(site.tables.issueTypes, issue.issueTypeId);
  const type = target.issueTypeIds.find(
    (id) => referenced(site.tables.issueTypes, id).hierarchyLevel === hierarchyLevel,
  );
  if (type === undefined)
    throw new Error(`project ${target.key} has no issue type of level ${hierarchyLevel}`);
  return type;
}
