import { announceProject } from '../announce';
import type { IssueType, Level } from '../model/issue-type';
import type { Project } from '../model/project';
import { DEFAULT_PRIORITY_IDS, PRIORITIES } from '../seed/priorities';
import { APP_ACCOUNT_ID, MEMBER, PROJECT_ADMIN, VIEWER } from '../seed/users';
import { findProject } from '../projects';
import type { Site } from '../site';
import { nextId } from '../tables';
import { type CustomFieldSpec, createCustomField } from './custom-field-spec';
import { type IssueTypeNames, issueTypesFor } from './issue-type-spec';
import { screenFor } from './screens';
import { type WorkflowSpec, buildWorkflow, defaultWorkflow } from './workflow-spec';

export interface ProjectOptions {
  readonly key: string;
  readonly name: string;
  /** Company-managed by default. */
  readonly style?: 'classic' | 'next-gen';
  /** Decides the default workflow; Scrum by default. */
  readonly template?: 'scrum' | 'kanban';
  readonly issueTypes?: IssueTypeNames;
  readonly workflow?: WorkflowSpec;
  readonly components?: readonly string[];
  readonly versions?: readonly string[];
  readonly requiredFields?: readonly CustomFieldSpec[];
  /** Levels (1, 0, -1) whose screens have the priority field; all by default. */
  readonly priorityLevels?: readonly Level[];
  /** The priority scheme, highest first; ids of the site's priorities. */
  readonly priorityIds?: readonly string[];
}

/**
 * Creates a project whose administrator, member, viewer and app hold their roles.
 *
 * @throws Error for a key that is taken or not Jira's form, or a priority that the site does not have
 */
export function createProject(site: Site, options: ProjectOptions): Project {
  refuseBadKey(site, options.key);
  const { style = 'classic', template = 'scrum' } = options;
  const id = nextId(site.tables, 'project');
  const ownerId = style === 'next-gen' ? id : undefined;
  const types = issueTypesFor(site, style, options.issueTypes, ownerId);
  const priorityIds = options.priorityIds ?? DEFAULT_PRIORITY_IDS;
  const project: Project = {
    id,
    key: options.key,
    name: options.name,
    style,
    template,
    uuid: `00000000-0000-4000-8000-${id.padStart(12, '0')}`,
    archived: false,
    leadAccountId: PROJECT_ADMIN,
    issueTypeIds: types.map((type) => type.id),
    workflow: buildWorkflow(site, options.workflow ?? defaultWorkflow(template), ownerId),
    screens: screensOf(site, types, options),
    components: (options.components ?? []).map((name) => ({ id: nextId(site.tables, 'component'), name })),
    versions: (options.versions ?? []).map((name) => ({ id: nextId(site.tables, 'version'), name })),
    priorityIds,
    defaultPriorityId: defaultPriority(priorityIds),
    roles: {
      administrators: [PROJECT_ADMIN],
      members: [MEMBER],
      viewers: [VIEWER],
      apps: [APP_ACCOUNT_ID],
    },
  };
  site.tables.projects.set(id, project);
  announceProject(site, 'created', project);
  return project;
}

function screensOf(site: Site, types: readonly IssueType[], options: ProjectOptions): Project['screens'] {
  const custom = (options.requiredFields ?? []).map((spec) => createCustomField(site, spec));
  const required = custom.map(({ id }) => ({ fieldId: id, required: true }));
  const levels = options.priorityLevels ?? [1, 0, -1];
  return Object.fromEntries(types.map((type) => [type.id, [...screenFor(type, levels), ...required]]));
}

/** Medium where the scheme has it, otherwise the middle one. */
function defaultPriority(ids: readonly string[]): string {
  const unknown = ids.find((id) => !PRIORITIES.some((priority) => priority.id === id));
  if (unknown !== undefined) throw new Error(`the site has no priority '${unknown}'`);
  const usual = PRIORITIES.find((priority) => priority.isDefault && ids.includes(priority.id));
  const middle = ids[Math.floor(ids.length / 2)];
  if (middle === undefined) throw new Error('a priority scheme needs a priority');
  return usual?.id ?? middle;
}

/** A key from before a rename stays taken for as long as its project exists. */
export function refuseBadKey(site: Site, key: string): void {
  if (!/^[A-Z][A-Z0-9]{1,9}$/.test(key)) throw new Error(`'${key}' is not a project key`);
  if (findProject(site.tables, key) !== undefined) throw new Error(`the project key '${key}' is taken`);
}
