/** What a create screen demands, and what it fills in by itself. */
import type { IssuePatch } from '../model/issue';
import type { ScreenField } from '../model/project';
import { type ErrorCollection, fieldError } from '../refusal';
import type { Tables } from '../tables';
import { fieldDefinition } from './catalogue';
import { mergePatches } from './read-fields';
import type { FieldScope } from './reading';

/** Their absence has complaints of its own, or defaults. */
const OTHERWISE_SEEN_TO: ReadonlySet<string> = new Set(['project', 'issuetype', 'reporter', 'parent']);

/** Whether the field has a value without anybody giving one. */
export function hasDefault(tables: Tables, fieldId: string): boolean {
  if (fieldId === 'reporter' || fieldId === 'priority') return true;
  return tables.customFields.get(fieldId)?.defaultValue !== undefined;
}

/** Complaints about required fields that a create leaves out or leaves empty. */
export function missingFields(
  screen: readonly ScreenField[],
  patch: IssuePatch,
  given: ReadonlySet<string>,
  tables: Tables,
): ErrorCollection[] {
  return screen
    .filter((field) => field.required && !OTHERWISE_SEEN_TO.has(field.fieldId))
    .filter(({ fieldId }) => (given.has(fieldId) ? isEmpty(patch, fieldId) : !hasDefault(tables, fieldId)))
    .map(({ fieldId }) => requiredField(tables, fieldId));
}

/** Jira's complaint about one required field. */
export function requiredField(tables: Tables, fieldId: string): ErrorCollection {
  if (fieldId === 'summary') return fieldError('summary', 'You must specify a summary of the issue.');
  return fieldError(fieldId, `${fieldDefinition(tables, fieldId)?.name ?? fieldId} is required.`);
}

/** Given but empty. A value that was refused has its own complaint and is not in the patch. */
export function isEmpty(patch: IssuePatch, fieldId: string): boolean {
  const values: Readonly<Record<string, unknown>> = { ...patch, ...patch.custom };
  return (
    fieldId in values && (values[fieldId] === null || values[fieldId] === '' || isNothing(values[fieldId]))
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The patch with the priority and custom fields that the screen sets when nobody does. */
export function withDefaults(
  screen: readonly ScreenField[],
  patch: IssuePatch,
  { site, project }: FieldScope,
): IssuePatch {
  const ids = screen.map((field) => field.fieldId);
  const priority = ids.includes('priority') ? [{ priorityId: project.defaultPriorityId }] : [];
  const custom = ids
    .map((id) => site.tables.customFields.get(id))
    .filter((field) => field?.defaultValue !== undefined)
    .map((field) => ({ custom: { [field?.id ?? '']: field?.defaultValue } }));
  return mergePatches([...priority, ...custom, patch]);
}
