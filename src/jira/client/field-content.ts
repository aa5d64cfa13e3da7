/** What settings give a field, in the form that Jira's create takes. Pure. */
import { doc, paragraphs } from '../adf/builder';
import type { FieldContent, FieldKind, FieldOption } from '../model';

/** `value` as Jira takes it; or why not: it is of another kind, or not among what the field offers. */
export type Encoded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'kind' }
  | { readonly ok: false; readonly why: 'offer'; readonly ids: readonly string[] };

const OTHER_KIND: Encoded = { ok: false, why: 'kind' };

/** Limit of a text field of one line. */
const MAX_TEXT = 255;

/**
 * Forms are those of Jira's documentation of field inputs and of the examples in its OpenAPI document. Whether a
 * person can be chosen in a field and whether a team is there, only Jira knows; that a Sub-task takes one is unverified
 * (J18).
 */
export function encode(
  kind: FieldKind,
  content: FieldContent,
  options: readonly FieldOption[],
  isSystemField: boolean,
): Encoded {
  switch (kind) {
    case 'number':
      return isNumber(content) ? is(Number(content)) : OTHER_KIND;
    case 'choice':
      return typeof content === 'string' ? chosen([content], options, ([one]) => one) : OTHER_KIND;
    case 'choices':
      return isList(content) ? chosen(content, options, (all) => all) : OTHER_KIND;
    case 'cascading':
      return isList(content) ? cascaded(content, options) : OTHER_KIND;
    case 'labels':
      return isList(content) && content.every(isLabel) ? is(content) : OTHER_KIND;
    case 'users':
      return isList(content) ? is(content.map((id) => person(id, isSystemField))) : OTHER_KIND;
    case 'user':
      return typeof content === 'string' ? is(person(content, isSystemField)) : OTHER_KIND;
    default:
      return typeof content === 'string' ? written(kind, content) : OTHER_KIND;
  }
}

/** What is written as a text. */
function written(
  kind: 'text' | 'paragraph' | 'url' | 'date' | 'datetime' | 'team',
  content: string,
): Encoded {
  if (content.trim() === '') return OTHER_KIND;
  switch (kind) {
    case 'paragraph':
      return is(doc(...paragraphs(content)));
    case 'text':
      return content.length <= MAX_TEXT && !/[\r\n]/.test(content) ? is(content) : OTHER_KIND;
    case 'url':
      return isWebAddress(content) ? is(content) : OTHER_KIND;
    case 'date':
      return isDay(content) ? is(content) : OTHER_KIND;
    case 'datetime':
      return isTime(content) ? is(new Date(content).toISOString().replace('Z', '+0000')) : OTHER_KIND;
    case 'team':
      return /^[\w-]{1,100}$/.test(content) ? is(content) : OTHER_KIND;
  }
}

function is(value: unknown): Encoded {
  return { ok: true, value };
}

/** Also as a text: forms and command lines have nothing else. */
function isNumber(content: FieldContent): boolean {
  return (
    typeof content === 'number' ||
    (typeof content === 'string' && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(content))
  );
}

function isList(content: FieldContent): content is readonly string[] {
  return Array.isArray(content);
}

function chosen(
  ids: readonly string[],
  options: readonly FieldOption[],
  form: (chosen: readonly { readonly id: string }[]) => unknown,
): Encoded {
  const missing = ids.filter((id) => !options.some((option) => option.id === id));
  if (missing.length > 0) return { ok: false, why: 'offer', ids: missing };
  return is(form([...new Set(ids)].map((id) => ({ id }))));
}

/** An option, and where a second id says so one of its own. */
function cascaded(ids: readonly string[], options: readonly FieldOption[]): Encoded {
  const [id = '', childId, ...more] = ids;
  if (more.length > 0) return OTHER_KIND;
  const option = options.find((offered) => offered.id === id);
  if (option === undefined) return { ok: false, why: 'offer', ids: [id] };
  if (childId === undefined) return is({ id });
  const isOffered = option.children?.some((child) => child.id === childId) === true;
  return isOffered ? is({ id, child: { id: childId } }) : { ok: false, why: 'offer', ids: [childId] };
}

/** Jira's own fields take an `id` (its OpenAPI document), custom ones an `accountId`. */
function person(accountId: string, isSystemField: boolean): object {
  return isSystemField ? { id: accountId } : { accountId };
}

function isLabel(label: string): boolean {
  return !/\s/.test(label);
}

function isDay(content: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(content) ? new Date(`${content}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(content);
}

/** With its zone: without one it would be that of wherever the app runs. */
function isTime(content: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(content) && !Number.isNaN(Date.parse(content))
  );
}

function isWebAddress(content: string): boolean {
  return URL.canParse(content) && /^https?:$/.test(new URL(content).protocol);
}
