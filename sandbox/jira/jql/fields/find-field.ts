import { fieldName, type FieldRef } from '../ast';
import { JqlError, UnservedJql } from '../jql-error';
import { isFieldOfJira } from '../of-jira';
import type { JqlContext } from '../types';
import { createdField, dueField, statusCategoryChangedField, updatedField } from './date-fields';
import { sameName, type Field } from './field';
import {
  assigneeField,
  creatorField,
  keyField,
  labelsField,
  parentField,
  reporterField,
} from './issue-fields';
import {
  issueTypeField,
  priorityField,
  projectField,
  resolutionField,
  statusCategoryField,
  statusField,
} from './named-fields';
import { propertyField, unindexedPropertyField } from './property-field';
import { descriptionField, summaryField, textSearchField } from './text-fields';

/** By every name that JQL has for them, in lower case. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['project', projectField],
  ['key', keyField],
  ['issuekey', keyField],
  ['issue', keyField],
  ['id', keyField],
  ['issuetype', issueTypeField],
  ['type', issueTypeField],
  ['status', statusField],
  ['statuscategory', statusCategoryField],
  ['labels', labelsField],
  ['summary', summaryField],
  ['description', descriptionField],
  ['text', textSearchField],
  ['parent', parentField],
  ['priority', priorityField],
  ['assignee', assigneeField],
  ['reporter', reporterField],
  ['creator', creatorField],
  ['due', dueField],
  ['duedate', dueField],
  ['created', createdField],
  ['createddate', createdField],
  ['updated', updatedField],
  ['updateddate', updatedField],
  ['statuscategorychangeddate', statusCategoryChangedField],
  ['resolution', resolutionField],
]);

/** What JQL here has by this name, which `/field` promises. */
export function servedField(name: string): Field | undefined {
  return FIELDS.get(name.toLowerCase());
}

/** The field that a query names. Throws `JqlError`, as Jira does, where there is none. */
export function findField(ref: FieldRef, context: JqlContext): Field {
  const found = ref.properties
    ? findProperty(ref, context)
    : (FIELDS.get(ref.name.toLowerCase()) ?? findAlias(ref, context));
  if (found) return found;
  const isCustom = context.customFields?.some((name) => sameName(name, ref.name)) ?? false;
  if (!ref.properties && (isCustom || isFieldOfJira(ref.name))) {
    throw new UnservedJql(`the JQL field '${fieldName(ref)}'`);
  }
  throw new JqlError(`Field '${fieldName(ref)}' does not exist or you do not have permission to view it.`);
}

/** `issue.property[key].path`: one key, and a path that begins with one dot. */
function findProperty(ref: FieldRef, context: JqlContext): Field | undefined {
  const [property, ...more] = ref.properties ?? [];
  if (!property || more.length > 0 || !sameName(ref.name, 'issue.property')) return undefined;
  if (property.key === '' || !/^\.[^.]/.test(property.path)) return undefined;
  const indexed = context.aliases.find(
    (one) => one.propertyKey === property.key && `.${one.path}` === property.path,
  );
  return indexed ? propertyField(indexed) : unindexedPropertyField;
}

function findAlias(ref: FieldRef, context: JqlContext): Field | undefined {
  const indexed = context.aliases.find((one) => one.alias !== undefined && sameName(one.alias, ref.name));
  return indexed && propertyField(indexed);
}
