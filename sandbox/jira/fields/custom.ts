import { validateAdf } from '../adf/validate-adf';
import type { FieldKind, FieldOption } from '../model/custom-field';
import { fieldDefinition } from './catalogue';
import { kindOfField, offeredBy, type NamedOption } from './kinds';
import { readLabels } from './labels';
import { type FieldScope, type Reading, accept, cannotBeSet, reject, textAt } from './reading';

/** What a value reads as, or Jira's complaint about it. */
type Parsed = { readonly value: unknown } | { readonly complaint: string };

const NOT_A_LIST: Parsed = { complaint: 'data was not an array' };

/** A custom field's value, or that of a component, version or environment field. */
export function readCustom(id: string, value: unknown, scope: FieldScope): Reading {
  const kind = kindOfField(scope.site.tables, id);
  if (kind === undefined) return { ok: false, problem: cannotBeSet(id) };
  if (value === null) return accept({ custom: { [id]: null } });
  const parsed = parse(kind, id, value, scope);
  return 'complaint' in parsed ? reject(id, parsed.complaint) : accept({ custom: { [id]: parsed.value } });
}

function parse(kind: FieldKind, id: string, value: unknown, scope: FieldScope): Parsed {
  switch (kind) {
    case 'text':
    case 'url':
    case 'team':
      return parseText(kind, value);
    case 'textarea':
      return parseDocument(value);
    case 'number':
      return typeof value === 'number' ? { value } : { complaint: 'Operation value must be a number' };
    case 'date':
      return isDay(value) ? { value } : { complaint: `Error parsing date string: ${String(value)}` };
    case 'datetime':
      return isTime(value) ? { value } : { complaint: `Error parsing time: ${String(value)}` };
    case 'user':
      return parseUser(value, scope);
    case 'users':
      return parseAll(value, (each) => parseUser(each, scope));
    case 'labels':
      return parseLabels(value);
    case 'cascading':
      return parseCascade(id, value, scope);
    case 'multiselect':
    case 'checkboxes':
    case 'versions':
    case 'components':
      return parseAll(value, (each) => parseOption(id, each, scope));
    case 'sprint':
      return { complaint: 'Number value expected as the Sprint id.' };
    default:
      return parseOption(id, value, scope);
  }
}

function parseText(kind: 'text' | 'url' | 'team', value: unknown): Parsed {
  if (typeof value !== 'string') return { complaint: 'Operation value must be a string' };
  if (kind === 'url' && !URL.canParse(value)) return { complaint: 'URL must be valid' };
  if (kind === 'team' && !/^[\w-]+$/.test(value)) return { complaint: 'Team id is not valid.' };
  if (value.length <= 255) return { value };
  return { complaint: 'The entered text is too long. It exceeds the allowed limit of 255 characters.' };
}

/** A text of several lines is an Atlassian Document in version 3 of the API. */
function parseDocument(value: unknown): Parsed {
  const isDocument = typeof value === 'object' && validateAdf(value) === undefined;
  if (isDocument) return { value };
  return { complaint: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' };
}

function parseUser(value: unknown, { site }: FieldScope): Parsed {
  const accountId = textAt(value, 'accountId') ?? textAt(value, 'id');
  if (accountId !== undefined && site.tables.users.has(accountId)) return { value: { accountId } };
  return { complaint: `User '${String(accountId)}' does not exist.` };
}

function parseLabels(value: unknown): Parsed {
  const read = readLabels(value);
  return read.ok ? { value: read.patch.labels } : { complaint: read.problem.errors.labels ?? '' };
}

function parseAll(value: unknown, parseOne: (each: unknown) => Parsed): Parsed {
  if (!Array.isArray(value)) return NOT_A_LIST;
  const all = (value as unknown[]).map(parseOne);
  const wrong = all.find((each) => 'complaint' in each);
  return wrong ?? { value: all.map((each) => ('value' in each ? each.value : undefined)) };
}

function parseOption(id: string, value: unknown, scope: FieldScope): Parsed {
  const found = optionIn(offeredBy(scope.site.tables, scope.project, id) ?? [], value);
  return found === undefined ? { complaint: invalidOption(id, scope) } : { value: bare(found) };
}

function parseCascade(id: string, value: unknown, scope: FieldScope): Parsed {
  const option = optionIn(offeredBy(scope.site.tables, scope.project, id) ?? [], value) as
    FieldOption | undefined;
  if (option === undefined) return { complaint: invalidOption(id, scope) };
  const childValue = (value as { child?: unknown }).child;
  if (childValue === undefined || childValue === null) return { value: bare(option) };
  const child = optionIn(option.children ?? [], childValue);
  if (child === undefined) return { complaint: invalidOption(id, scope) };
  return { value: { ...bare(option), child: bare(child) } };
}

/** By id, or without one by its value or name. */
function optionIn<O extends FieldOption | NamedOption>(options: readonly O[], value: unknown): O | undefined {
  const id = textAt(value, 'id');
  const name = textAt(value, 'value') ?? textAt(value, 'name');
  return options.find((option) => option.id === id || (id === undefined && nameOf(option) === name));
}

function nameOf(option: FieldOption | NamedOption): string {
  return 'value' in option ? option.value : option.name;
}

function bare(option: FieldOption | NamedOption): object {
  return 'value' in option ? { id: option.id, value: option.value } : { id: option.id, name: option.name };
}

function invalidOption(id: string, { site }: FieldScope): string {
  return `Specify a valid 'id' or 'name' for ${fieldDefinition(site.tables, id)?.name ?? id}`;
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** `2026-01-31T09:30:00.000+0000`: with milliseconds, and a zone without a colon. */
function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{4}$/.test(value);
}
