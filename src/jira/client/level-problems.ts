/** Why a level has no issue type that the app may use. */
import type { Reason } from '../../reason';
import { LEVELS } from '../jira';
import type { Level, ProjectRef } from '../model';
import { because } from '../reasons';
import type { IssueType, TypeChoice } from './issue-types';

export function levelProblems(
  { key }: Pick<ProjectRef, 'key'>,
  types: Readonly<Record<Level, TypeChoice>>,
): readonly { readonly what: Level; readonly reason: Reason }[] {
  return LEVELS.flatMap((level) => {
    const reason = problemOf(key, level, types[level]);
    return reason ? [{ what: level, reason }] : [];
  });
}

export function problemOf(project: string, level: Level, choice: TypeChoice): Reason | undefined {
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

export function nameAndId({ name, id }: IssueType): string {
  return `${name} (${id})`;
}
