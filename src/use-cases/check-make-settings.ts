/** Settings that say how issues are made name ids of Jira, and each has to be one that the project offers. */
import type { LinkSettings } from '../contract';
import type { ChosenTypes, FieldValue, ProjectRef } from '../jira/model';
import { LEVELS } from '../jira/jira';
import type { ProjectExaminer } from '../jira/project-examiner';
import { Refusal } from '../refusal';

export interface MakeSettingsPorts {
  readonly projectExaminer: Pick<ProjectExaminer, 'problemsOfSettings'>;
}

/**
 * Asks Jira only about what is new: what was saved before and is not offered any more is told by the check of the
 * project and by runs, and keeps nobody from saving other settings.
 *
 * @throws Refusal
 */
export async function refuseUnoffered(
  before: LinkSettings,
  after: LinkSettings,
  project: ProjectRef,
  { projectExaminer }: MakeSettingsPorts,
): Promise<void> {
  const issueTypes = newTypes(before.issueTypes, after.issueTypes);
  const fieldValues = newValues(before.fieldValues, after.fieldValues);
  const [problem] = await projectExaminer.problemsOfSettings(project, { issueTypes, fieldValues });
  if (problem) throw new Refusal('invalid', problem);
}

function newValues(
  before: readonly FieldValue[] = [],
  after: readonly FieldValue[] = [],
): readonly FieldValue[] {
  const known = new Set(before.map(told));
  return after.filter((value) => !known.has(told(value)));
}

function told({ issueTypeId, fieldId, value }: FieldValue): string {
  return JSON.stringify([issueTypeId, fieldId, value]);
}

function newTypes(before: ChosenTypes = {}, after: ChosenTypes = {}): ChosenTypes {
  const changed = LEVELS.filter((level) => after[level] !== before[level]);
  return Object.fromEntries(
    changed.flatMap((level) => (after[level] === undefined ? [] : [[level, after[level]]])),
  );
}
