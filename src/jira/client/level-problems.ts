/** Why a level has no issue type that the app may use. */
import type { Reason } from '../../reason';
import { LEVELS } from '../jira';
import type { Level, MakeSettings, ProjectRef } from '../model';
import { because } from '../reasons';
import { readIssueTypes } from './create-meta';
import type { Http } from './http';
import { chooseIssueTypes, type IssueType, type TypeChoice } from './issue-types';

/** Why the project cannot make issues of the types that settings name; of levels where they name none, nothing. */
export async function problemsOfTypes(
  http: Http,
  { id, key }: Pick<ProjectRef, 'id' | 'key'>,
  make: MakeSettings,
): Promise<readonly Reason[]> {
  const { issueTypes = {} } = make;
  const named = LEVELS.filter((level) => issueTypes[level] !== undefined);
  if (named.length === 0) return [];
  const types = chooseIssueTypes(await readIssueTypes(http, id), make);
  return named.flatMap((level) => problemOf(key, level, types[level]) ?? []);
}

export function levelProblems(
  { key }: Pick<ProjectRef, 'key'>,
  types: Readonly<Record<Level, TypeChoice>>,
): readonly { readonly what: Level; readonly reason: Reason }[] {
  return LEVELS.flatMap((level) => {
    const reason = problemOf(key, level, types[level]);
    return reason ? [{ what: level, reason }] : [];
  });
}

function problemOf(project: string, level: Level, choice: TypeChoice): Reason | undefined {
  switch (choice.kind) {
    case 'chosen':
      return undefined;
    case 'none':
      return because('project-lacks-level', { project, level });
    case 'undecided':
      return because('issue-type-undecided', { project, level, offered: choice.offered.map(nameAndId) });
    case 'lost':
      return because('issue-type-lost', {
        ...{ project, level, id: choice.id },
        offered: choice.offered.map(nameAndId),
      });
  }
}

function nameAndId({ name, id }: IssueType): string {
  return `${name} (${id})`;
}
