import type { Clause, FieldRef, Operand, Query } from '../../../sandbox/jira/jql/ast';

/** Writes a query out, every group in parentheses and every text in quotation marks. */
export function printJql(query: Query): string {
  const sorts = query.orderBy.map(({ field, direction }) =>
    [printField(field), direction].filter(Boolean).join(' '),
  );
  return [query.where && printClause(query.where), sorts.length > 0 && `ORDER BY ${sorts.join(', ')}`]
    .filter(Boolean)
    .join(' ');
}

export function printClause(clause: Clause): string {
  if (clause.kind === 'not') return `NOT ${printClause(clause.clause)}`;
  if (clause.kind !== 'term') return `(${clause.clauses.map(printClause).join(` ${clause.kind} `)})`;
  const operand = clause.operator === 'changed' ? '' : ` ${printOperand(clause.operand)}`;
  const predicates = (clause.predicates ?? []).map((one) => ` ${one.kind} ${printOperand(one.operand)}`);
  return `${printField(clause.field)} ${clause.operator}${operand}${predicates.join('')}`;
}

function printField({ name, properties = [] }: FieldRef): string {
  const parts = properties.map(({ key, path }) => `[${printText(key)}]${path === '' ? '' : printText(path)}`);
  return `${printText(name)}${parts.join('')}`;
}

function printOperand(operand: Operand): string {
  if (operand.kind === 'empty') return 'EMPTY';
  if (operand.kind === 'list') return `(${operand.items.map(printOperand).join(', ')})`;
  if (operand.kind === 'function')
    return `${printText(operand.name)}(${operand.args.map(printText).join(', ')})`;
  return operand.kind === 'number' ? operand.value : printText(operand.value);
}

function printText(text: string): string {
  const escaped = text.replace(/["'\\]|[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
