/** What a project offers the app and what it lacks, read once for syncs and for pages. */
import { LEVELS } from '../jira';
import type { Level } from '../model';
import { hasField, readCreateFields, readIssueTypes, unfilledFields, type CreateField } from './create-meta';
import type { Http } from './http';
import { chooseIssueTypes, type IssueType } from './issue-types';
import { missingPermissions, type Permission } from './permissions';
import { findProject, type Project } from './projects';

const NEEDED = {
  BROWSE_PROJECTS: 'Browse projects',
  CREATE_ISSUES: 'Create issues',
  EDIT_ISSUES: 'Edit issues',
  TRANSITION_ISSUES: 'Transition issues',
} as const satisfies Partial<Record<Permission, string>>;

const NEEDED_KEYS = Object.keys(NEEDED) as readonly (keyof typeof NEEDED)[];

const MISSING_LEVEL: Readonly<Record<Level, string>> = {
  epic: 'has no issue type of the Epic level: the workload becomes an Epic. Add one to the project.',
  task: 'has no standard issue type: questions become Tasks. Add Task to the project.',
  subtask:
    'has no issue type for sub-tasks: best practices become Sub-tasks. Enable sub-tasks for the project.',
};

export interface LevelScreen {
  readonly level: Level;
  readonly type: IssueType;
  readonly fields: readonly CreateField[];
}

/** Something that would make a create fail, in a sentence that says what to do. */
export interface Problem {
  readonly what: 'project' | 'permissions' | Level | 'required-fields';
  readonly message: string;
}

export interface Examination {
  /** Absent where the project is gone or hidden. */
  readonly project?: Project;
  readonly problems: readonly Problem[];
  /** The create screen of each level that has an issue type; none where the project itself cannot be used. */
  readonly screens: readonly LevelScreen[];
}

/** Reads what the project offers; throws `UpstreamError` where Jira does not say. */
export async function examineProject(http: Http, projectIdOrKey: string): Promise<Examination> {
  const project = await findProject(http, projectIdOrKey);
  if (project === undefined) return { problems: [invisible(projectIdOrKey)], screens: [] };
  const obstacles = [
    ...projectProblems(project),
    ...permissionProblems(project, await missingPermissions(http, NEEDED_KEYS, project.key)),
  ];
  if (obstacles.length > 0) return { project, problems: obstacles, screens: [] };
  const types = chooseIssueTypes(await readIssueTypes(http, project.id));
  const screens = await readScreens(http, project, types);
  return {
    project,
    problems: [...levelProblems(project, types), ...screens.flatMap(screenProblems)],
    screens,
  };
}

function readScreens(
  http: Http,
  project: Project,
  types: Readonly<Partial<Record<Level, IssueType>>>,
): Promise<readonly LevelScreen[]> {
  const found = LEVELS.flatMap((level) => {
    const type = types[level];
    return type === undefined ? [] : [{ level, type }];
  });
  return Promise.all(
    found.map(async ({ level, type }) => {
      const fields = await readCreateFields(http, project.id, type.id);
      return { level, type, fields };
    }),
  );
}

function projectProblems(project: Project): readonly Problem[] {
  const { key, projectTypeKey, archived } = project;
  const problems: Problem[] = [];
  if (archived) {
    problems.push({
      what: 'project',
      message: `Project ${key} is archived. Restore it or choose another project.`,
    });
  }
  if (projectTypeKey !== undefined && projectTypeKey !== 'software') {
    problems.push({
      what: 'project',
      message: `Project ${key} is of the type ${projectTypeKey}; the app needs a Jira software project. Choose another project.`,
    });
  }
  return problems;
}

function permissionProblems(project: Project, missing: readonly (keyof typeof NEEDED)[]): readonly Problem[] {
  return missing.map((permission) => ({
    what: 'permissions',
    message: `The app lacks the permission "${NEEDED[permission]}" in project ${project.key}. Grant it to the role atlassian-addons-project-access.`,
  }));
}

function levelProblems(
  project: Project,
  types: Readonly<Partial<Record<Level, IssueType>>>,
): readonly Problem[] {
  return LEVELS.filter((level) => types[level] === undefined).map((level) => ({
    what: level,
    message: `Project ${project.key} ${MISSING_LEVEL[level]}`,
  }));
}

/**
 * Required fields that the app does not fill, each by name. That Jira lists `parent` on every create screen
 * where it can be set follows from its documentation of createmeta; unverified on a live site.
 */
function screenProblems({ level, type, fields }: LevelScreen): readonly Problem[] {
  const required = unfilledFields(level, fields).map(({ name, fieldId }): Problem => ({
    what: 'required-fields',
    message: `The field "${name}" (${fieldId}) is required for the issue type "${type.name}" and has no default value. Give it one, or make it optional.`,
  }));
  const canHaveParent = level === 'epic' || hasField(fields, 'parent');
  if (canHaveParent) return required;
  return [
    ...required,
    {
      what: level,
      message: `The field Parent is not on the create screen of the issue type "${type.name}". Add it there.`,
    },
  ];
}

function invisible(projectIdOrKey: string): Problem {
  return {
    what: 'project',
    message: `Project ${projectIdOrKey} does not exist, or the app may not see it. Check the key, and that the role atlassian-addons-project-access may browse the project; right after the app was installed this can take some minutes.`,
  };
}
