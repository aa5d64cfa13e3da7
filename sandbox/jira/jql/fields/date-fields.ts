import { parseDate } from '../dates';
import type { JqlIssue } from '../types';
import { compareNumbers, EMPTINESS, EQUALITY, ORDER, type Field } from './field';

export const createdField = dateField((issue) => issue.created);
export const updatedField = dateField((issue) => issue.updated);
export const statusCategoryChangedField = dateField((issue) => issue.statusCategoryChanged);

/** A day, which an issue may lack; it is compared as its midnight. */
export const dueField: Field = {
  operators: [...EQUALITY, ...EMPTINESS, ...ORDER],
  isEmpty: (issue) => issue.dueDate === undefined,
  test: (term) => {
    const instant = parseDate(term.value, term.field, term.context.now);
    return (issue) => compareNumbers(term.operator, midnightOf(issue), instant);
  },
  sort: { by: (issue) => issue.dueDate, direction: 'asc' },
};

function midnightOf({ dueDate = '' }: JqlIssue): number {
  return Date.parse(`${dueDate}T00:00:00Z`);
}

/** A date without a time is its midnight, an instant and not a day, as JQL has it. */
function dateField(read: (issue: JqlIssue) => number): Field {
  return {
    operators: [...EQUALITY, ...EMPTINESS, ...ORDER],
    isEmpty: () => false,
    test: (term) => {
      const instant = parseDate(term.value, term.field, term.context.now);
      return (issue) => compareNumbers(term.operator, read(issue), instant);
    },
    sort: { by: read, direction: 'desc' },
  };
}
