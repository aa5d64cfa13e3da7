import type { IssueType, Level } from '../model/issue-type';
import type { Site } from '../site';
import { nextId } from '../tables';

/** What a project calls its levels; null leaves a level out. Absent names are Jira's English ones. */
export interface IssueTypeNames {
  readonly epic?: string | null;
  readonly task?: string | null;
  readonly subtask?: string | null;
  /** Further types, before those above as Jira lists what is older first. */
  readonly others?: readonly TypeSpec[];
}

export interface TypeSpec {
  readonly name: string;
  readonly level: Level;
  /** Jira's avatar of a type that a site made is 10300, and of a kind of Sub-task 10316. */
  readonly avatarId?: number;
  /** What it is called in the language of the site; a viewer sees `name`. */
  readonly untranslatedName?: string;
}

const AVATARS = { 1: 10307, 0: 10318, [-1]: 10316 } as const;

const OWN_AVATAR = 10300;

/** The types of a new project, Epic first. Company-managed ones with default names also have Story and Bug. */
export function issueTypesFor(
  site: Site,
  style: 'classic' | 'next-gen',
  names: IssueTypeNames | undefined,
  ownerId: string | undefined,
): IssueType[] {
  const subtask = style === 'classic' ? 'Sub-task' : 'Subtask';
  const specs = [
    ...(names?.others ?? []),
    ...spec(names?.epic, 'Epic', 1),
    ...spec(names?.task, 'Task', 0),
    ...(style === 'classic' && names === undefined ? extras() : []),
    ...spec(names?.subtask, subtask, -1),
  ];
  return specs.map((each) => ensureType(site, each, ownerId));
}

function spec(name: string | null | undefined, byDefault: string, level: Level): TypeSpec[] {
  return name === null ? [] : [{ name: name ?? byDefault, level, avatarId: AVATARS[level] }];
}

function extras(): TypeSpec[] {
  return [
    { name: 'Story', level: 0, avatarId: 10315 },
    { name: 'Bug', level: 0, avatarId: 10303 },
  ];
}

function ensureType(
  site: Site,
  { name, level, avatarId = level < 0 ? AVATARS[-1] : OWN_AVATAR, untranslatedName }: TypeSpec,
  projectId: string | undefined,
): IssueType {
  const { issueTypes } = site.tables;
  const known = [...issueTypes.values()].find(
    (type) =>
      type.name === name &&
      type.hierarchyLevel === level &&
      type.avatarId === avatarId &&
      type.projectId === projectId,
  );
  if (known !== undefined) return known;
  const scope = {
    ...(projectId === undefined ? {} : { projectId }),
    ...(untranslatedName === undefined ? {} : { untranslatedName }),
  };
  const id = nextId(site.tables, 'issue type');
  const type: IssueType = { id, name, description: '', hierarchyLevel: level, avatarId, ...scope };
  issueTypes.set(id, type);
  return type;
}
