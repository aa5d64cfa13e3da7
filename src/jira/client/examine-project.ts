/** What a project offers the app and what it lacks, read once for syncs and for pages. */
import { whenAll } from '../../in-flight';
import type { Reason } from '../../reason';
import { LEVELS } from '../jira';
import type { Level, MakeSettings } from '../model';
import { because, type NeededPermission } from '../reasons';
import { hasField, readCreateFields, readIssueTypes, unfilledFields, type CreateField } from './create-meta';
import { kindOf } from './field-kinds';
import { givenValues, type GivenValues } from './given-values';
import type { Http } from './http';
import { chooseIssueTypes, type IssueType, type TypeChoice } from './issue-types';
import { levelProblems } from './level-problems';
import { missingPermissions } from './permissions';
import { findProject, isProjectId, type Project } from './projects';

const NEEDED: readonly NeededPermission[] = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
];

export interface LevelScreen {
  readonly level: Level;
  readonly type: IssueType;
  readonly fields: readonly CreateField[];
  /** What settings give them. */
  readonly given: GivenValues;
}

/** Something that would make a create fail, and what to do. */
export interface Problem {
  readonly what: 'project' | 'permissions' | Level | 'required-fields';
  readonly reason: Reason;
}

export interface Examination {
  /** Absent where the project is gone or hidden. */
  readonly project?: Project;
  readonly problems: readonly Problem[];
  /** The create screen of each level that has an issue type; none where the project itself cannot be used. */
  readonly screens: readonly LevelScreen[];
}

/** Reads what the project offers to issues made as settings say; throws `UpstreamError` where Jira does not say. */
export async function examineProject(
  http: Http,
  projectIdOrKey: string,
  make: MakeSettings,
): Promise<Examination> {
  const early = isProjectId(projectIdOrKey) ? readOffer(http, projectIdOrKey) : undefined;
  const [project] = await whenAll([findProject(http, projectIdOrKey), early ?? Promise.resolve()]);
  if (project === undefined) return { problems: [invisible(projectIdOrKey)], screens: [] };
  const { missing, issueTypes } = await (early ?? readOffer(http, project.id));
  const obstacles = [...projectProblems(project), ...permissionProblems(project, valueOf(missing))];
  if (obstacles.length > 0) return { project, problems: obstacles, screens: [] };
  const types = chooseIssueTypes(valueOf(issueTypes), make);
  const screens = await readScreens(http, project, types, make);
  return {
    project,
    problems: [...levelProblems(project, types), ...screens.flatMap(screenProblems)],
    screens,
  };
}

interface Offer {
  readonly missing: PromiseSettledResult<readonly NeededPermission[]>;
  readonly issueTypes: PromiseSettledResult<readonly IssueType[]>;
}

/** Asked beside whether the project can be used, and of no account where it cannot. Never throws. */
async function readOffer(http: Http, projectId: string): Promise<Offer> {
  const [missing, issueTypes] = await Promise.allSettled([
    missingPermissions(http, NEEDED, projectId),
    readIssueTypes(http, projectId),
  ]);
  return { missing, issueTypes };
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

function readScreens(
  http: Http,
  project: Project,
  types: Readonly<Record<Level, TypeChoice>>,
  make: MakeSettings,
): Promise<readonly LevelScreen[]> {
  const found = LEVELS.flatMap((level) => {
    const choice = types[level];
    return choice.kind === 'chosen' ? [{ level, type: choice.type }] : [];
  });
  return Promise.all(
    found.map(async ({ level, type }) => {
      const fields = await readCreateFields(http, project.id, type.id);
      return { level, type, fields, given: givenValues(level, type, fields, make) };
    }),
  );
}

function projectProblems({ key, projectTypeKey, archived }: Project): readonly Problem[] {
  const reasons: Reason[] = [];
  if (archived) reasons.push(because('project-archived', { project: key }));
  if (projectTypeKey !== undefined && projectTypeKey !== 'software') {
    reasons.push(because('project-of-other-type', { project: key, type: projectTypeKey }));
  }
  return reasons.map((reason) => ({ what: 'project', reason }));
}

function permissionProblems({ key }: Project, missing: readonly NeededPermission[]): readonly Problem[] {
  return missing.map((permission) => ({
    what: 'permissions',
    reason: because('project-lacks-permission', { project: key, permission }),
  }));
}

/**
 * Required fields that the app does not fill, each by name. That Jira lists `parent` on every create screen
 * where it can be set follows from its documentation of createmeta; unverified (J11) on a live site.
 */
function screenProblems({ level, type, fields, given }: LevelScreen): readonly Problem[] {
  const missing = unfilledFields(level, fields).filter(
    ({ fieldId }) => !Object.hasOwn(given.fields, fieldId),
  );
  const asked = missing.filter(({ fieldId }) => !given.named.has(fieldId));
  const reasons = [...asked.map((field) => neededField(type, field)), ...given.problems];
  const required = reasons.map((reason): Problem => ({ what: 'required-fields', reason }));
  const canHaveParent = level === 'epic' || hasField(fields, 'parent');
  if (canHaveParent) return required;
  return [...required, { what: level, reason: because('create-lacks-parent', { type: type.name }) }];
}

function neededField({ id: typeId, name: type }: IssueType, { name, fieldId, schema }: CreateField): Reason {
  const field = { field: name, id: fieldId, type };
  const kind = schema && kindOf(schema);
  return kind === undefined
    ? because('create-needs-foreign-field', field)
    : because('create-needs-field', { ...field, typeId, kind });
}

function invisible(projectIdOrKey: string): Problem {
  return { what: 'project', reason: because('project-invisible', { project: projectIdOrKey }) };
}
