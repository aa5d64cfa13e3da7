/** What settings name and the project does not offer, asked before they are saved. */
import type { Reason } from '../../reason';
import { LEVELS } from '../jira';
import type { MakeSettings, ProjectRef } from '../model';
import { because } from '../reasons';
import { readCreateFields, readIssueTypes } from './create-meta';
import { givenValues } from './given-values';
import type { Http } from './http';
import { levelOf } from './issue-schema';
import { chooseIssueTypes, ofLevel, type IssueType } from './issue-types';
import { nameAndId, problemOf } from './level-problems';

/** Of what settings do not name, nothing; where they name nothing, Jira is not asked. */
export async function problemsOfSettings(
  http: Http,
  { id, key }: Pick<ProjectRef, 'id' | 'key'>,
  make: MakeSettings,
): Promise<readonly Reason[]> {
  const { issueTypes = {}, fieldValues = [] } = make;
  const named = LEVELS.filter((level) => issueTypes[level] !== undefined);
  if (named.length === 0 && fieldValues.length === 0) return [];
  const types = await readIssueTypes(http, id);
  const choices = chooseIssueTypes(types, make);
  const ofTypes = named.flatMap((level) => problemOf(key, level, choices[level]) ?? []);
  const usable = LEVELS.flatMap((level) => ofLevel(level, types));
  const withValues = [...new Set(fieldValues.map(({ issueTypeId }) => issueTypeId))];
  const ofValues = await Promise.all(
    withValues.map(async (typeId) => {
      const type = usable.find((offered) => offered.id === typeId);
      if (type !== undefined) return problemsOfValues(http, id, type, make);
      const offered = usable.map(nameAndId);
      return [because('value-of-unknown-type', { project: key, typeId, offered })];
    }),
  );
  return [...ofTypes, ...ofValues.flat()];
}

async function problemsOfValues(
  http: Http,
  projectId: string,
  type: IssueType,
  make: MakeSettings,
): Promise<readonly Reason[]> {
  const fields = await readCreateFields(http, projectId, type.id);
  const { problems, offScreen } = givenValues(levelOf(type), type, fields, make);
  return [...problems, ...offScreen.map((id) => because('field-off-screen', { id, type: type.name }))];
}
