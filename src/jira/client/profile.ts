/** What a project offers the app, and everything in it that would make a create fail. */
import type { ProfileAnswer } from '../jira';
import type { Level, MakeSettings, ProjectProfile } from '../model';
import { absentFieldsOf, prioritiesOf } from './create-meta';
import { examineProject, type LevelScreen } from './examine-project';
import type { Http } from './http';
import type { Project } from './projects';

/** See `Jira.profile`. */
export async function readProfile(
  http: Http,
  projectIdOrKey: string,
  make: MakeSettings,
): Promise<ProfileAnswer> {
  const { project, problems, screens } = await examineProject(http, projectIdOrKey, make);
  if (project === undefined || problems.length > 0) {
    return { kind: 'blocked', problems: problems.map(({ reason }) => reason) };
  }
  return { kind: 'ready', profile: toProfile(project, screens) };
}

function toProfile(project: Project, screens: readonly LevelScreen[]): ProjectProfile {
  const byLevel = <T>(part: (screen: LevelScreen) => T): Readonly<Record<Level, T>> =>
    Object.fromEntries(screens.map((screen) => [screen.level, part(screen)])) as Record<Level, T>;
  return {
    id: project.id,
    key: project.key,
    issueTypes: byLevel(({ type }) => type.id),
    priorities: byLevel(({ fields }) => prioritiesOf(fields)),
    fieldValues: byLevel(({ given }) => given.fields),
    absentFields: byLevel(({ fields }) => absentFieldsOf(fields)),
  };
}
