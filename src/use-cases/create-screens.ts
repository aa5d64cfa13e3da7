/** Which fields new issues have that settings can give a value. */
import type { Contract, CreateScreen, ScreenField } from '../contract';
import { filledBy, type CreateField } from '../jira/client/create-meta';
import type { LevelScreen } from '../jira/client/examine-project';
import { kindOf, optionsOf } from '../jira/client/field-kinds';
import type { Level } from '../jira/model';
import type { ProjectExaminer } from '../jira/project-examiner';
import type { ProjectCaller } from './caller';

/** More than anybody picks from a list; an answer stays far below what a resolver may send. */
const MOST_OPTIONS = 500;

/** Asks as the app, as a sync does. */
export async function listCreateScreens(
  { issueTypes }: Pick<Contract['project.createScreens']['payload'], 'issueTypes'>,
  { project }: ProjectCaller,
  { projectExaminer }: { readonly projectExaminer: Pick<ProjectExaminer, 'examine'> },
): Promise<Contract['project.createScreens']['result']> {
  const { screens } = await projectExaminer.examine(project.key, issueTypes ? { issueTypes } : {});
  return { screens: screens.map(screenOf) };
}

function screenOf({ level, type, fields }: LevelScreen): CreateScreen {
  return {
    level,
    issueTypeId: type.id,
    name: type.name,
    fields: fields.flatMap((field) => fieldOf(level, field) ?? []),
  };
}

function fieldOf(level: Level, field: CreateField): ScreenField | undefined {
  const { fieldId: id, name, schema, required, hasDefaultValue, allowedValues } = field;
  const kind = schema && kindOf(schema);
  if (kind === undefined || filledBy(level).includes(id)) return undefined;
  return {
    ...{ id, name, kind, required: required && hasDefaultValue !== true },
    options: optionsOf(allowedValues).slice(0, MOST_OPTIONS),
  };
}
