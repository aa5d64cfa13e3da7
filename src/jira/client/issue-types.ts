/** Which issue type stands for a level: by hierarchy level; names only decide between several of one level. */
import { LEVELS } from '../jira';
import type { Level } from '../model';
import { levelOf } from './issue-schema';

export interface IssueType {
  readonly id: string;
  readonly name: string;
  /** The name before a site translated or renamed it; Jira gives it on some sites only. */
  readonly untranslatedName?: string | undefined;
  readonly subtask?: boolean | undefined;
  readonly hierarchyLevel?: number | undefined;
}

/** Names that Jira gives to its own types of a level, in English. */
const USUAL_NAMES: Readonly<Record<Level, readonly string[]>> = {
  epic: ['Epic'],
  task: ['Task'],
  subtask: ['Sub-task', 'Subtask'],
};

/** Standard types that mean something else than work to do; taken only where nothing else exists. */
const LAST_CHOICES: readonly string[] = ['Story', 'Bug'];

/**
 * The type of each level, if there is one. Of several it is Jira's own (`Task`), else the first in Jira's
 * order that is neither Story nor Bug, else Story, else Bug. A level above Epics (Initiative) does not count.
 */
export function chooseIssueTypes(types: readonly IssueType[]): Readonly<Partial<Record<Level, IssueType>>> {
  const eligible = types.filter(({ hierarchyLevel }) => (hierarchyLevel ?? 0) <= 1);
  const chosen = LEVELS.map((level) => [level, bestOf(level, eligible)] as const);
  return Object.fromEntries(chosen.filter(([, type]) => type !== undefined));
}

function bestOf(level: Level, types: readonly IssueType[]): IssueType | undefined {
  const ofLevel = types.filter((type) => levelOf(type) === level);
  return ofLevel.toSorted((a, b) => rank(level, a) - rank(level, b))[0];
}

function rank(level: Level, type: IssueType): number {
  const name = type.untranslatedName ?? type.name;
  if (USUAL_NAMES[level].includes(name)) return 0;
  return 2 + LAST_CHOICES.indexOf(name);
}
