/** What a project's create screens offer and demand. */
import { z } from 'zod';
import type { Level, OptionalField, Priority } from '../model';
import { because } from '../reasons';
import { fieldTypeSchema } from './field-kinds';
import type { Http } from './http';
import type { IssueType } from './issue-types';
import { allPages } from './paging';
import { route } from './requester';

/** Most items on one page of createmeta. */
const PAGE = 200;

const typesPage = z.object({
  issueTypes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      untranslatedName: z.string().optional(),
      subtask: z.boolean().optional(),
      hierarchyLevel: z.number().optional(),
      avatarId: z.number().optional(),
      iconUrl: z.string().optional(),
    }),
  ),
  total: z.number().optional(),
});

const fieldSchema = z.object({
  fieldId: z.string(),
  name: z.string(),
  required: z.boolean(),
  hasDefaultValue: z.boolean().optional(),
  schema: fieldTypeSchema.optional(),
  allowedValues: z.array(z.unknown()).optional(),
});

const fieldsPage = z.object({ fields: z.array(fieldSchema), total: z.number().optional() });

const priority = z.object({ id: z.string(), name: z.string() });

export type CreateField = z.infer<typeof fieldSchema>;

/** What the app puts into a draft; an Epic has no parent. */
const FILLED: readonly string[] = ['project', 'issuetype', 'summary', 'description', 'labels', 'priority'];

/** Issue types in which the app may create issues in a project. */
export function readIssueTypes(http: Http, projectId: string): Promise<readonly IssueType[]> {
  return allPages(async (startAt) => {
    const path = route`/rest/api/3/issue/createmeta/${projectId}/issuetypes?startAt=${startAt}&maxResults=${PAGE}`;
    const call = {
      what: because('to-read-issue-types'),
      method: 'GET',
      route: path,
      repeatable: true,
    } as const;
    const { issueTypes, total } = await http.read(call, typesPage);
    return { items: issueTypes, total };
  });
}

/** Fields of the create screen of an issue type. */
export function readCreateFields(
  http: Http,
  projectId: string,
  typeId: string,
): Promise<readonly CreateField[]> {
  return allPages(async (startAt) => {
    const path = route`/rest/api/3/issue/createmeta/${projectId}/issuetypes/${typeId}?startAt=${startAt}&maxResults=${PAGE}`;
    const call = {
      what: because('to-read-create-screen'),
      method: 'GET',
      route: path,
      repeatable: true,
    } as const;
    const { fields, total } = await http.read(call, fieldsPage);
    return { items: fields, total };
  });
}

/** Ids of the fields that the app fills itself. */
export function filledBy(level: Level): readonly string[] {
  return level === 'epic' ? FILLED : [...FILLED, 'parent'];
}

/** Fields that a create would fail without and that the app does not fill. */
export function unfilledFields(level: Level, fields: readonly CreateField[]): readonly CreateField[] {
  const filled = filledBy(level);
  return fields.filter(
    (field) => field.required && field.hasDefaultValue !== true && !filled.includes(field.fieldId),
  );
}

/** In Jira's order, which is highest first; `undefined` where the screen has no priority. */
export function prioritiesOf(fields: readonly CreateField[]): readonly Priority[] | undefined {
  const field = fields.find(({ fieldId }) => fieldId === 'priority');
  return field?.allowedValues?.flatMap((value) => priority.safeParse(value).data ?? []);
}

export function absentFieldsOf(fields: readonly CreateField[]): readonly OptionalField[] {
  const optional: readonly OptionalField[] = ['description', 'labels'];
  return optional.filter((name) => !hasField(fields, name));
}

export function hasField(fields: readonly CreateField[], fieldId: string): boolean {
  return fields.some((field) => field.fieldId === fieldId);
}
