/** What a project offers the app, and everything in it that would make a create fail. */
import { LEVELS, type ProfileAnswer } from '../jira';
import type { Level, ProjectProfile } from '../model';
import {
  absentFieldsOf,
  hasField,
  prioritiesOf,
  readCreateFields,
  readIssueTypes,
  unfilledFields,
  type CreateField,
} from './create-meta';
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

interface LevelScreen {
  readonly level: Level;
  readonly type: IssueType;
  readonly fields: readonly CreateField[];
}

/** See `Jira.profile`. */
export async function readProfile(http: Http, projectIdOrKey: string): Promise<ProfileAnswer> {
  const project = await findProject(http, projectIdOrKey);
  if (project === undefined) return blocked([invisible(projectIdOrKey)]);
  const obstacles = [
    ...projectProblems(project),
    ...permissionProblems(project, await missingPermissions(http, NEEDED_KEYS, project.key)),
  ];
  if (obstacles.length > 0) return blocked(obstacles);
  const types = chooseIssueTypes(await readIssueTypes(http, project.id));
  const screens = await readScreens(http, project, types);
  const problems = [...levelProblems(project, types), ...screens.flatMap(screenProblems)];
  return problems.length > 0 ? blocked(problems) : { kind: 'ready', profile: toProfile(project, screens) };
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

function toProfile(project: Project, screens: readonly LevelScreen[]): ProjectProfile {
  const byLevel = <T>(part: (screen: LevelScreen) => T): Readonly<Record<Level, T>> =>
    Object.fromEntries(screens.map((screen) => [screen.level, part(screen)])) as Record<Level, T>;
  return {
    id: project.id,
    key: project.key,
    issueTypes: byLevel(({ type }) => type.id),
    priorities: byLevel(({ fields }) => prioritiesOf(fields)),
    absentFields: byLevel(({ fields }) => absentFieldsOf(fields)),
  };
}

function projectProblems(project: Project): readonly string[] {
  const { key, projectTypeKey, archived } = project;
  const problems: string[] = [];
  if (archived) problems.push(`Project ${key} is archived. Restore it or choose another project.`);
  if (projectTypeKey !== undefined && projectTypeKey !== 'software') {
    problems.push(
      `Project ${key} is of the type ${projectTypeKey}; the app needs a Jira software project. Choose another project.`,
    );
  }
  return problems;
}

function permissionProblems(project: Project, missing: readonly (keyof typeof NEEDED)[]): readonly string[] {
  return missing.map(
    (permission) =>
      `The app lacks the permission "${NEEDED[permission]}" in project ${project.key}. Grant it to the role atlassian-addons-project-access.`,
  );
}

function levelProblems(
  project: Project,
  types: Readonly<Partial<Record<Level, IssueType>>>,
): readonly string[] {
  return LEVELS.filter((level) => types[level] === undefined).map(
    (level) => `Project ${project.key} ${MISSING_LEVEL[level]}`,
  );
}

/**
 * Required fields that the app does not fill, each by name. That Jira lists `parent` on every create screen
 * where it can be set follows from its documentation of createmeta; unverified on a live site.
 */
function screenProblems({ level, type, fields }: LevelScreen): readonly string[] {
  const required = unfilledFields(level, fields).map(
    ({ name, fieldId }) =>
      `The field "${name}" (${fieldId}) is required for the issue type "${type.name}" and has no default value. Give it one, or make it optional.`,
  );
  const canHaveParent = level === 'epic' || hasField(fields, 'parent');
  if (canHaveParent) return required;
  return [
    ...required,
    `The field Parent is not on the create screen of the issue type "${type.name}". Add it there.`,
  ];
}

function invisible(projectIdOrKey: string): string {
  return `Project ${projectIdOrKey} does not exist, or the app may not see it. Check the key, and that the role atlassian-addons-project-access may browse the project; right after the app was installed this can take some minutes.`;
}

function blocked(problems: readonly string[]): ProfileAnswer {
  return { kind: 'blocked', problems };
}
