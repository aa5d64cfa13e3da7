import { mayInProject } from '../access/access';
import { issueTypeOf } from '../fields/issue-type';
import { missingParent } from '../fields/parent';
import { type FieldsRead, readFields } from '../fields/read-fields';
import { type FieldScope, textAt } from '../fields/reading';
import { missingFields, withDefaults } from '../fields/required';
import type { Issue } from '../model/issue';
import type { Project } from '../model/project';
import { type ErrorCollection, fieldError, mergeErrors } from '../refusal';
import type { Site } from '../site';
import { nextId, nextNumber } from '../tables';
import type { IssueInput } from './issue-input';
import { readProperties } from './properties';
import { without } from './without';
import { afterTransition, isOpen, transitionsFrom } from './transitions';
import { insertIssue } from './write-issue';

export type Creation =
  | { readonly ok: true; readonly issue: Issue; readonly transitioned: boolean }
  | { readonly ok: false; readonly problem: ErrorCollection };

/** Creates one issue with its properties and, where asked for, a first transition; all of it or nothing. */
export function createIssue(site: Site, accountId: string, input: IssueInput): Creation {
  const scope = scopeOf(site, accountId, input);
  if ('errors' in scope) return { ok: false, problem: scope };
  const read = readScreen(input, scope);
  const { properties, problems } = readProperties(input.properties);
  const problem = mergeErrors([...read.problems, ...problems]);
  if (problem !== undefined) return { ok: false, problem };
  const draft = draftOf(scope, read, properties);
  const issue = input.transition === undefined ? draft : firstMove(draft, input.transition.id, scope);
  if (issue === undefined) {
    return { ok: false, problem: fieldError('transition', 'The transition is not valid for this issue.') };
  }
  const numbered = numberIssue(site, scope.project, withDefaultLevel(issue, scope));
  insertIssue(site, numbered);
  return { ok: true, issue: numbered, transitioned: input.transition !== undefined };
}

function scopeOf(site: Site, accountId: string, input: IssueInput): FieldScope | ErrorCollection {
  const project = projectOf(site, accountId, input.fields?.project);
  if (project === undefined) return fieldError('project', 'Specify a valid project ID or key');
  if (!mayInProject(site.tables, accountId, 'CREATE_ISSUES', project)) {
    return fieldError('project', 'You do not have permission to create issues in this project.');
  }
  const asked = input.fields?.issuetype;
  if (asked === undefined) return fieldError('issuetype', 'Specify an issue type');
  const issueType = issueTypeOf(site.tables, project, asked);
  if (issueType === undefined) return fieldError('issuetype', 'The issue type selected is invalid.');
  return { site, project, issueType, accountId, current: undefined };
}

function projectOf(site: Site, accountId: string, value: unknown): Project | undefined {
  const id = textAt(value, 'id');
  const key = textAt(value, 'key');
  const project = [...site.tables.projects.values()].find((candidate) =>
    id === undefined ? candidate.key === key : candidate.id === id,
  );
  if (project === undefined) return undefined;
  return mayInProject(site.tables, accountId, 'BROWSE_PROJECTS', project) ? project : undefined;
}

function readScreen(input: IssueInput, scope: FieldScope): FieldsRead {
  const screen = scope.project.screens[scope.issueType.id] ?? [];
  const allowed = new Set(screen.map((field) => field.fieldId));
  const fields = without(input.fields ?? {}, ['project', 'issuetype']);
  const read = readFields({ fields, update: input.update }, allowed, scope);
  const given = new Set([...Object.keys(fields), ...Object.keys(input.update ?? {})]);
  const orphan = given.has('parent') ? undefined : missingParent(scope);
  const missing = missingFields(screen, read.patch, given, scope.site.tables);
  return {
    patch: withDefaults(screen, read.patch, scope),
    problems: [...read.problems, ...missing, ...(orphan === undefined ? [] : [orphan])],
  };
}

/** The issue without id and key, in the workflow's first status. */
function draftOf(scope: FieldScope, { patch }: FieldsRead, properties: Record<string, unknown>): Issue {
  const { site, project, issueType, accountId } = scope;
  const now = site.clock.now();
  return {
    id: '',
    key: '',
    formerKeys: [],
    projectId: project.id,
    issueTypeId: issueType.id,
    statusId: project.workflow.initialStatusId,
    statusCategoryChanged: now,
    summary: '',
    labels: [],
    reporter: accountId,
    creator: accountId,
    created: now,
    updated: now,
    properties,
    ...patch,
    custom: patch.custom ?? {},
  };
}

/** Whoever makes it: also an issue that its maker cannot see from then on. A Sub-task has the level of its parent. */
function withDefaultLevel(issue: Issue, { project, issueType }: FieldScope): Issue {
  const { levels = [], defaultLevelId } = project.securityScheme ?? {};
  const level = levels.find(({ id }) => id === defaultLevelId);
  return level === undefined || issueType.hierarchyLevel < 0
    ? issue
    : { ...issue, visibleTo: level.accounts };
}

function firstMove(draft: Issue, transitionId: string, scope: FieldScope): Issue | undefined {
  const { site, project, accountId } = scope;
  if (!mayInProject(site.tables, accountId, 'TRANSITION_ISSUES', project)) return undefined;
  const transition = transitionsFrom(site, draft).find(({ id }) => id === transitionId);
  if (transition === undefined || !isOpen(site, draft, transition, accountId)) return undefined;
  const isRefused = transition.refuses !== undefined || transition.requiredFields.length > 0;
  return isRefused ? undefined : afterTransition(site, draft, transition, {});
}

/** Gives the issue its id and the project's next key. */
export function numberIssue(site: Site, project: Project, issue: Issue): Issue {
  const number = nextNumber(site.tables, `issue number ${project.id}`, 1);
  return { ...issue, id: nextId(site.tables, 'issue'), key: `${project.key}-${number}` };
}
