/** The fields that exist: Jira's own that the stand-in knows, and the site's custom fields. */
import type { CustomField } from '../model/custom-field';
import type { Tables } from '../tables';
import { KIND_SCHEMAS, SYSTEM_KINDS } from './kinds';

export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly schema: FieldSchema;
  /** What an edit may do to it; empty for fields that nobody sets. */
  readonly operations: readonly string[];
  readonly custom: boolean;
}

/** The document's JsonTypeBean. */
export interface FieldSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
}

const SET = ['set'];

const SYSTEM: readonly FieldDefinition[] = [
  system('summary', 'Summary', 'string', SET),
  system('issuetype', 'Issue Type', 'issuetype', []),
  system('project', 'Project', 'project', SET),
  system('parent', 'Parent', 'issuelink', SET),
  system('description', 'Description', 'string', SET),
  system('labels', 'Labels', 'array', ['add', 'set', 'remove'], 'string'),
  system('priority', 'Priority', 'priority', SET),
  system('assignee', 'Assignee', 'user', SET),
  system('reporter', 'Reporter', 'user', SET),
  system('duedate', 'Due date', 'date', SET),
  system('resolution', 'Resolution', 'resolution', SET),
  system('status', 'Status', 'status', []),
  system('statuscategorychangedate', 'Status Category Changed', 'datetime', []),
  system('creator', 'Creator', 'user', []),
  system('created', 'Created', 'datetime', []),
  system('updated', 'Updated', 'datetime', []),
  system('resolutiondate', 'Resolved', 'datetime', []),
  ...[...SYSTEM_KINDS].map(([id, { name, kind }]) => {
    const { type, items } = KIND_SCHEMAS[kind];
    return system(id, name, type, operationsOf(type), items);
  }),
  system('subtasks', 'Sub-tasks', 'array', [], 'issuelinks'),
];

/** Every field of the site, Jira's own first. */
export function allFields(tables: Tables): FieldDefinition[] {
  return [...SYSTEM, ...[...tables.customFields.values()].map(customDefinition)];
}

export function fieldDefinition(tables: Tables, id: string): FieldDefinition | undefined {
  const known = SYSTEM.find((field) => field.id === id);
  if (known !== undefined) return known;
  const custom = tables.customFields.get(id);
  return custom === undefined ? undefined : customDefinition(custom);
}

function customDefinition(field: CustomField): FieldDefinition {
  const customId = Number(field.id.replace('customfield_', ''));
  const schema = { ...KIND_SCHEMAS[field.kind], customId };
  const operations = operationsOf(schema.type);
  return { id: field.id, name: field.name, schema, operations, custom: true };
}

function operationsOf(type: string): readonly string[] {
  return type === 'array' ? ['add', 'set', 'remove'] : SET;
}

function system(
  id: string,
  name: string,
  type: string,
  operations: readonly string[],
  items?: string,
): FieldDefinition {
  const schema = { type, system: id, ...(items === undefined ? {} : { items }) };
  return { id, name, schema, operations, custom: false };
}
