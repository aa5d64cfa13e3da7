/** Which issue type stands for a level: the one that settings name, else Jira's own of that level. */
import { LEVELS } from '../jira';
import type { Level, MakeSettings } from '../model';
import { levelOf } from './issue-schema';

export interface IssueType {
  readonly id: string;
  readonly name: string;
  /** The name before a site translated or renamed it; live sites give it, Jira's document does not have it. */
  readonly untranslatedName?: string | undefined;
  readonly subtask?: boolean | undefined;
  readonly hierarchyLevel?: number | undefined;
  readonly avatarId?: number | undefined;
  readonly iconUrl?: string | undefined;
}

/** A level without any type is told by none; `lost`: settings name one that the project does not offer there. */
export type TypeChoice =
  | { readonly kind: 'chosen'; readonly type: IssueType }
  | { readonly kind: 'lost'; readonly id: string; readonly offered: readonly IssueType[] }
  | { readonly kind: 'undecided'; readonly offered: readonly IssueType[] }
  | { readonly kind: 'none' };

/** What Jira itself makes: the types of its templates. */
type Standard = Level | 'story' | 'bug';

/** Names that Jira gives to its own types, in English. */
const NAMES: ReadonlyMap<string, Standard> = new Map([
  ['Epic', 'epic'],
  ['Task', 'task'],
  ['Sub-task', 'subtask'],
  ['Subtask', 'subtask'],
  ['Story', 'story'],
  ['Bug', 'bug'],
]);

/** Jira's system avatars of those types, the same on every site (seen in answers of many; in no document). */
const AVATARS: ReadonlyMap<number, Standard> = new Map([
  [10307, 'epic'],
  [10318, 'task'],
  [10316, 'subtask'],
  [10315, 'story'],
  [10303, 'bug'],
]);

/**
 * The type of each level. One that settings name is taken if the project offers it at its level. Otherwise
 * Jira's own: the only one of its English name before translation, else the only one with its avatar. Failing
 * that the only one there is, leaving out what is known as a Bug; of several the app takes none. A level above
 * Epics (Initiative) does not count. Names in other languages decide nothing.
 */
export function chooseIssueTypes(
  types: readonly IssueType[],
  { issueTypes = {}, elsewhere = false }: MakeSettings = {},
): Readonly<Record<Level, TypeChoice>> {
  const choices = LEVELS.map((level) => {
    const offered = ofLevel(level, types);
    const choice = choose(level, offered, issueTypes[level]);
    return [level, choice.kind === 'lost' && elsewhere ? choose(level, offered, undefined) : choice];
  });
  return Object.fromEntries(choices) as Record<Level, TypeChoice>;
}

/** In Jira's order. */
export function ofLevel(level: Level, types: readonly IssueType[]): readonly IssueType[] {
  return types.filter((type) => levelOf(type) === level && (type.hierarchyLevel ?? 0) <= 1);
}

function choose(level: Level, offered: readonly IssueType[], id: string | undefined): TypeChoice {
  if (offered.length === 0) return { kind: 'none' };
  if (id !== undefined) {
    const named = offered.find((type) => type.id === id);
    return named ? { kind: 'chosen', type: named } : { kind: 'lost', id, offered };
  }
  const type = standardOf(level, offered);
  return type ? { kind: 'chosen', type } : { kind: 'undecided', offered };
}

function standardOf(level: Level, offered: readonly IssueType[]): IssueType | undefined {
  const byName = offered.filter((type) => nameOf(type) === level);
  const byAvatar = offered.filter((type) => nameOf(type) === undefined && avatarOf(type) === level);
  const notBugs = offered.filter((type) => (nameOf(type) ?? avatarOf(type)) !== 'bug');
  return only(byName) ?? (byName.length === 0 ? only(byAvatar) : undefined) ?? only(notBugs);
}

function only(types: readonly IssueType[]): IssueType | undefined {
  return types.length === 1 ? types[0] : undefined;
}

function nameOf({ name, untranslatedName }: IssueType): Standard | undefined {
  return NAMES.get(untranslatedName ?? name);
}

/** Create metadata may have the id of the avatar, or only its address, in one of two forms. */
function avatarOf({ avatarId, iconUrl = '' }: IssueType): Standard | undefined {
  const [, id] = /(?:avatarId=|issuetype\/avatar\/)(\d+)/.exec(iconUrl) ?? [];
  return AVATARS.get(avatarId ?? Number(id));
}
