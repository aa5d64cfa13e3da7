/** Values that new issues get in fields that the app does not fill itself, such as required custom fields. */
import { z } from 'zod';
import { holdsUnwritable } from '../hidden-characters';
import { jiraId } from './resolve-selects';

/**
 * A text, a number, or the ids of what is chosen; what it means follows from the kind of the field. Of a
 * cascading list the option and, after it, its own option.
 */
export type FieldContent = string | number | readonly string[];

/** Of new issues of one type; issues that are there are never touched. */
export interface FieldValue {
  readonly issueTypeId: string;
  readonly fieldId: string;
  readonly value: FieldContent;
}

/** Together with the settings that they are part of they stay far below what one stored value may hold. */
const MOST_VALUES = 60;
const MOST_CHOICES = 50;
const LONGEST_TEXT = 1000;
/** Of all values together, as JSON. */
const MOST_CHARACTERS = 20_000;

/** Ids of Jira's own fields are words, of others `customfield_` with a number. */
const fieldId = z.string().regex(/^(?:customfield_\d{1,20}|[a-zA-Z]{1,40})$/);

const content: z.ZodType<FieldContent> = z.union([
  z.string().min(1).max(LONGEST_TEXT).refine(isWritable),
  z.number(),
  z.array(z.string().min(1).max(255).refine(isWritable)).min(1).max(MOST_CHOICES),
]);

export const fieldValuesSchema: z.ZodType<readonly FieldValue[]> = z
  .array(z.strictObject({ issueTypeId: jiraId, fieldId, value: content }))
  .max(MOST_VALUES)
  .refine(isOncePerField)
  .refine((values) => JSON.stringify(values).length <= MOST_CHARACTERS);

export const storedFieldValues: z.ZodType<readonly FieldValue[]> = z.array(
  z.object({
    issueTypeId: z.string(),
    fieldId: z.string(),
    value: z.union([z.string(), z.number(), z.array(z.string())]),
  }),
);

function isWritable(text: string): boolean {
  return !holdsUnwritable(text);
}

function isOncePerField(values: readonly FieldValue[]): boolean {
  return new Set(values.map((value) => `${value.issueTypeId} ${value.fieldId}`)).size === values.length;
}
