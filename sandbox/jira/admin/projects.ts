/** What an administrator changes on a project by hand. */
import { fieldDefinition } from '../fields/catalogue';
import type { Issue } from '../model/issue';
import type { ScreenField, Project, ProjectRole } from '../model/project';
import type { Workflow } from '../model/workflow';
import { withStatus } from '../issues/transitions';
import { updateIssue } from '../issues/write-issue';
import type { Site } from '../site';
import { nextId, referenced } from '../tables';
import { type CustomFieldSpec, createCustomField } from './custom-field-spec';
import { type WorkflowSpec, buildWorkflow } from './workflow-spec';

/** @throws Error if there is no such project */
export function projectByKey(site: Site, key: string): Project {
  const project = [...site.tables.projects.values()].find((candidate) => candidate.key === key);
  if (project === undefined) throw new Error(`there is no project '${key}'`);
  return project;
}

export function grantRole(site: Site, key: string, role: ProjectRole, accountId: string): void {
  const project = projectByKey(site, key);
  const holders = [...new Set([...project.roles[role], accountId])];
  store(site, { ...project, roles: { ...project.roles, [role]: holders } });
}

export function revokeRole(site: Site, key: string, role: ProjectRole, accountId: string): void {
  const project = projectByKey(site, key);
  const holders = project.roles[role].filter((holder) => holder !== accountId);
  store(site, { ...project, roles: { ...project.roles, [role]: holders } });
}

/** A level of a scheme to be: the accounts that see its issues. */
export interface LevelSpec {
  readonly name: string;
  readonly accounts: readonly string[];
  /** What new issues get. */
  readonly isDefault?: boolean;
}

/** Gives the project an issue security scheme of its own, or takes it away. Issues that are there keep their level. */
export function setSecurityScheme(
  site: Site,
  key: string,
  scheme: { readonly name: string; readonly levels: readonly LevelSpec[] } | undefined,
): void {
  const project = projectByKey(site, key);
  const levels = scheme?.levels.map((level) => ({ ...level, id: nextId(site.tables, 'security level') }));
  const securityScheme = scheme && {
    id: nextId(site.tables, 'security scheme'),
    name: scheme.name,
    defaultLevelId: levels?.find(({ isDefault }) => isDefault === true)?.id,
    levels: (levels ?? []).map(({ id, name, accounts }) => ({ id, name, accounts })),
  };
  store(site, { ...project, securityScheme });
}

/** Puts a field that exists, of Jira's own or not, on the screens as a required one. @throws Error if there is none */
export function requireField(site: Site, key: string, fieldId: string): void {
  putOnScreens(site, key, { fieldId, required: true });
}

/** Puts a field that exists on the screens, which are those of edits too. @throws Error if there is none */
export function offerField(site: Site, key: string, fieldId: string): void {
  putOnScreens(site, key, { fieldId, required: false });
}

function putOnScreens(site: Site, key: string, field: ScreenField): void {
  const { fieldId } = field;
  if (fieldDefinition(site.tables, fieldId) === undefined) throw new Error(`there is no field '${fieldId}'`);
  const project = projectByKey(site, key);
  const screens = Object.entries(project.screens).map(([id, screen]) => [
    id,
    [...screen.filter((each) => each.fieldId !== fieldId), field],
  ]);
  store(site, { ...project, screens: Object.fromEntries(screens) as Project['screens'] });
}

/** Takes an option out of a list; issues keep it. @throws Error if it offers no such option */
export function removeOption(site: Site, fieldId: string, value: string): void {
  const field = site.tables.customFields.get(fieldId);
  const options = field?.options?.filter((option) => option.value !== value);
  if (field === undefined || options?.length === field.options?.length) {
    throw new Error(`'${fieldId}' does not offer '${value}'`);
  }
  site.tables.customFields.set(fieldId, { ...field, ...(options ? { options } : {}) });
}

/** Puts a new required field on the screens of the project's types, or of those named; answers its id. */
export function addRequiredField(
  site: Site,
  key: string,
  spec: CustomFieldSpec,
  issueTypeIds?: readonly string[],
): string {
  const project = projectByKey(site, key);
  const field = createCustomField(site, spec);
  const chosen = issueTypeIds ?? project.issueTypeIds;
  const screens = Object.entries(project.screens).map(([id, screen]) => [
    id,
    chosen.includes(id) ? [...screen, { fieldId: field.id, required: true }] : screen,
  ]);
  store(site, { ...project, screens: Object.fromEntries(screens) as Project['screens'] });
  return field.id;
}

/** @throws Error while the project has issues of the type */
export function removeIssueType(site: Site, key: string, name: string): void {
  const project = projectByKey(site, key);
  const type = project.issueTypeIds.find((id) => referenced(site.tables.issueTypes, id).name === name);
  if (type === undefined) throw new Error(`the project '${key}' has no issue type '${name}'`);
  const isUsed = ({ projectId, issueTypeId }: Issue) => projectId === project.id && issueTypeId === type;
  if ([...site.issues.all()].some(isUsed)) throw new Error(`there are issues of the type '${name}'`);
  store(site, { ...project, issueTypeIds: project.issueTypeIds.filter((id) => id !== type) });
}

/** Replaces the workflow; issues go to the status of the same name, else the first of their category. */
export function setWorkflow(site: Site, key: string, spec: WorkflowSpec, author: string): void {
  const project = projectByKey(site, key);
  const workflow = buildWorkflow(site, spec, project.style === 'next-gen' ? project.id : undefined);
  store(site, { ...project, workflow });
  for (const issue of [...site.issues.all()].filter(({ projectId }) => projectId === project.id)) {
    const statusId = correspondingStatus(site, issue, workflow);
    updateIssue(site, author, issue, withStatus(site, issue, statusId, workflow.automaticResolution));
  }
}

/** Where an issue stands in a workflow that may not know its status. */
export function correspondingStatus(site: Site, issue: Issue, workflow: Workflow): string {
  const current = referenced(site.tables.statuses, issue.statusId);
  const offered = workflow.statusIds.map((id) => referenced(site.tables.statuses, id));
  const match =
    offered.find(({ id }) => id === current.id) ??
    offered.find(({ name, category }) => name === current.name && category === current.category) ??
    offered.find(({ category }) => category === current.category);
  return match?.id ?? workflow.initialStatusId;
}

function store(site: Site, project: Project): void {
  site.tables.projects.set(project.id, project);
}
