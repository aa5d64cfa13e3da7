import { validateAdf } from '../../../sandbox/jira/adf/validate-adf';
import { schemaPointer, type CheckSchema } from './schemas';

/**
 * What the document leaves open: an issue's `fields` are a map of anything there. The rules are those of Jira's guides
 * and of the schemas that the document has for the same things elsewhere.
 */
type Check = (value: unknown, schemas: CheckSchema) => readonly string[];

/** Fields as Jira answers them; null is an empty field. */
const ANSWERED: Readonly<Record<string, Check>> = {
  summary: text(255),
  description: adf,
  labels,
  created: dateTime,
  updated: dateTime,
  statuscategorychangedate: dateTime,
  status: likeSchema('StatusDetails', 'id', 'name', 'statusCategory'),
  priority: likeSchema('Priority', 'id', 'name'),
  issuetype: likeSchema('IssueTypeDetails', 'id', 'name', 'subtask', 'hierarchyLevel'),
  project: likeSchema('ProjectDetails', 'id', 'key', 'name'),
  assignee: likeSchema('UserDetails', 'accountId', 'displayName'),
  reporter: likeSchema('UserDetails', 'accountId', 'displayName'),
  parent: likeSchema('LinkedIssue', 'id', 'key'),
  resolution: likeSchema('Resolution', 'id', 'name'),
};

/** Fields as clients send them. */
const SENT: Readonly<Record<string, Check>> = {
  summary: text(255),
  description: adf,
  labels,
  parent: oneOf('id', 'key'),
  project: oneOf('id', 'key'),
  issuetype: oneOf('id', 'name'),
  priority: oneOf('id', 'name'),
};

/** Problems of an answered issue's fields. */
export function checkAnsweredFields(fields: unknown, schemas: CheckSchema): readonly string[] {
  return checkFields(fields, ANSWERED, schemas);
}

/** Problems of the fields of a create or edit. */
export function checkSentFields(fields: unknown, schemas: CheckSchema): readonly string[] {
  return checkFields(fields, SENT, schemas);
}

function checkFields(
  fields: unknown,
  checks: Readonly<Record<string, Check>>,
  schemas: CheckSchema,
): readonly string[] {
  if (!isObject(fields)) return [];
  return Object.entries(fields).flatMap(([name, value]) => {
    const problems = value === null ? [] : (checks[name]?.(value, schemas) ?? []);
    return problems.map((problem) => `fields.${name}: ${problem}`);
  });
}

function text(maximum: number): Check {
  return (value) => {
    if (typeof value !== 'string' || value.trim() === '') return ['must be a text'];
    return value.length > maximum ? [`is longer than ${maximum}`] : [];
  };
}

function adf(value: unknown): readonly string[] {
  const problem = validateAdf(value);
  return problem === undefined ? [] : [problem];
}

function labels(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return ['must be a list'];
  const bad: unknown[] = value.filter((label) => typeof label !== 'string' || !/^\S{1,255}$/.test(label));
  return bad.map((label) => `${JSON.stringify(label)} is no label`);
}

function dateTime(value: unknown): readonly string[] {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/.test(String(value))
    ? []
    : ['is not in the form of Jira'];
}

function oneOf(...names: readonly string[]): Check {
  return (value) => {
    const given = isObject(value) ? names.filter((name) => typeof value[name] === 'string') : [];
    return given.length > 0 ? [] : [`must name ${names.join(' or ')}`];
  };
}

function likeSchema(schema: string, ...required: readonly string[]): Check {
  return (value, schemas) => {
    if (!isObject(value)) return ['must be an object'];
    const missing = required.filter((name) => value[name] === undefined).map((name) => `has no ${name}`);
    return [...missing, ...schemas(schemaPointer(schema), value)];
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
