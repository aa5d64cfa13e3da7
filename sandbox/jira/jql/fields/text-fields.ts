import { compileTextQuery } from '../text-query';
import type { JqlIssue } from '../types';
import { CONTAINS, EMPTINESS, type Field } from './field';
import { literalOf } from './values';

export const summaryField: Field = {
  ...textField((issue) => issue.summary),
  sort: { by: (issue) => issue.summary.toLowerCase(), direction: 'asc' },
};
export const descriptionField = textField((issue) => issue.text);

/** Summary and description together; it knows `~` alone. */
export const textSearchField: Field = {
  ...textField((issue) => `${issue.summary}\n${issue.text}`),
  operators: ['~'],
};

function textField(read: (issue: JqlIssue) => string): Field {
  return {
    operators: [...CONTAINS, ...EMPTINESS],
    isEmpty: (issue) => read(issue).trim() === '',
    test: (term) => {
      const matches = compileTextQuery(literalOf(term).value, term.field);
      return (issue) => matches(read(issue));
    },
  };
}
