import { JqlError } from '../jql-error';
import type { JqlIssue } from '../types';
import { compareNumbers, EMPTINESS, EQUALITY, ORDER, sameName, type Field, type ValueTerm } from './field';
import { literalOf, refusedFunction, unknownValue } from './values';

const KEY = /^([a-z][a-z0-9_]+)-(\d+)$/i;

interface Reference {
  readonly id?: string;
  readonly key?: string;
}

/** `key`, `issue`, `id`: by key or id, follows former keys; `>` and its kin compare within one project. */
export const keyField: Field = {
  operators: [...EQUALITY, ...EMPTINESS, ...ORDER],
  isEmpty: () => false,
  test: (term) => {
    const wanted = referenceOf(term);
    if (term.operator === '=') return (issue) => refersTo(wanted, issue.id, issue.key);
    const [project, number] = splitKey(wanted.key ?? '');
    return (issue) => {
      const [ownProject, ownNumber] = splitKey(issue.key);
      return ownProject === project && compareNumbers(term.operator, ownNumber, number);
    };
  },
  sort: { by: (issue) => keyOrder(issue.key), direction: 'asc' },
};

/** Children of an Epic or of a Task, by the parent's key or id. */
export const parentField: Field = {
  operators: [...EQUALITY, ...EMPTINESS],
  isEmpty: (issue) => issue.parentId === undefined && issue.parentKey === undefined,
  test: (term) => {
    const wanted = referenceOf(term);
    return (issue) => refersTo(wanted, issue.parentId, issue.parentKey);
  },
};

/** Any label may be asked for; JQL ignores its case. */
export const labelsField: Field = {
  operators: [...EQUALITY, ...EMPTINESS],
  isEmpty: (issue) => issue.labels.length === 0,
  test: (term) => {
    const wanted = literalOf(term).value;
    return (issue) => issue.labels.some((label) => sameName(label, wanted));
  },
};

export const assigneeField = userField((issue) => issue.assignee);
export const reporterField = userField((issue) => issue.reporter);
export const creatorField = userField((issue) => issue.creator);

function userField(read: (issue: JqlIssue) => string | undefined): Field {
  return {
    operators: [...EQUALITY, ...EMPTINESS],
    isEmpty: (issue) => read(issue) === undefined,
    test: (term) => {
      const wanted = accountOf(term);
      return (issue) => wanted !== undefined && read(issue) === wanted;
    },
    sort: { by: read, direction: 'asc' },
  };
}

/** Undefined where an anonymous caller asks for himself: that matches nobody. */
export function accountOf(term: ValueTerm): string | undefined {
  const { value, context, field } = term;
  if (value.kind === 'function') {
    if (value.name.toLowerCase() !== 'currentuser') throw refusedFunction(value, field);
    return context.accountId;
  }
  if (!context.users) return value.value;
  const found = context.users.find(
    (user) =>
      user.id === value.value || sameName(user.name, value.value) || sameName(user.key ?? '', value.value),
  );
  if (!found) throw unknownValue({ kind: 'text', value: value.value }, field);
  return found.id;
}

function referenceOf(term: ValueTerm): Reference {
  const { value } = literalOf(term);
  const isId = /^\d+$/.test(value);
  if (!isId && !KEY.test(value)) {
    throw new JqlError(`The issue key '${value}' for field '${term.field}' is invalid.`);
  }
  if (!term.context.findIssue) return isId ? { id: value } : { key: value };
  const found = term.context.findIssue(value);
  if (found) return found;
  const what = isId ? 'ID' : 'key';
  throw new JqlError(`An issue with ${what} '${value}' does not exist for field '${term.field}'.`);
}

function refersTo(wanted: Reference, id: string | undefined, key: string | undefined): boolean {
  if (wanted.id !== undefined) return wanted.id === id;
  return key !== undefined && sameName(wanted.key ?? '', key);
}

function splitKey(key: string): [project: string, number: number] {
  const [, project = '', number = '0'] = KEY.exec(key) ?? [];
  return [project.toUpperCase(), Number(number)];
}

/** WA-9 before WA-10; ten digits hold any issue number. */
function keyOrder(key: string): string {
  const [project, number] = splitKey(key);
  return `${project} ${String(number).padStart(10, '0')}`;
}
