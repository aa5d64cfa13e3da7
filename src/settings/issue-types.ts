/** Which issue types a link's issues get, by id, where its project has several of a level. */
import { z } from 'zod';
import { jiraId } from './resolve-selects';

/** Absent: Jira's own type of the level. */
export interface ChosenTypes {
  readonly epic?: string;
  readonly task?: string;
  readonly subtask?: string;
}

const type = jiraId.exactOptional();

/** The Epic of the workload, the Tasks of questions, the Sub-tasks of best practices. */
export const issueTypesSchema: z.ZodType<ChosenTypes> = z.strictObject({
  epic: type,
  task: type,
  subtask: type,
});

const storedType = z.string().exactOptional();

export const storedIssueTypes: z.ZodType<ChosenTypes> = z.object({
  epic: storedType,
  task: storedType,
  subtask: storedType,
});
