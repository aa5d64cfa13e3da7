import type { Board } from './board';
import { LEVELS } from '../../src/jira/jira';
import type { Level, OptionalField, ProjectProfile } from '../../src/jira/model';

/** A project whose issue types are called as their levels. */
export function profileIn(
  project: Pick<ProjectProfile, 'id' | 'key'>,
  absentFields: readonly OptionalField[],
): ProjectProfile {
  const levels = <T>(of: (level: Level) => T) =>
    Object.fromEntries(LEVELS.map((level) => [level, of(level)])) as Record<Level, T>;
  return {
    ...project,
    issueTypes: levels((level) => level),
    priorities: levels(() => undefined),
    fieldValues: levels(() => ({})),
    absentFields: levels(() => absentFields),
  };
}

export function keyOf(board: Board, projectId: string): string {
  const project = board.project(projectId);
  if (!project) throw new Error(`No project ${projectId}`);
  return project.key;
}
