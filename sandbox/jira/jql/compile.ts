import { fieldName, type Clause, type Sort } from './ast';
import { allOf, anyOf, compileTerm, negated, type Test } from './compile-term';
import { findField } from './fields/find-field';
import { JqlError, UnservedJql } from './jql-error';
import { parseJql } from './parse';
import type { CompiledJql, JqlContext, JqlIssue } from './types';

type Compare = (a: JqlIssue, b: JqlIssue) => number;

/**
 * Reads and checks a query against what the caller can see. A query that Jira would refuse gives the messages of a
 * 400, and one that the local site does not serve says which part of it, never an empty result. Without ORDER BY the
 * newest issue comes first (Jira promises no order there).
 */
export function compileJql(text: string, context: JqlContext): CompiledJql {
  const errors: string[] = [];
  try {
    const query = parseJql(text);
    const test = query.where && compileClause(query.where, context, errors);
    const compare = compileOrder(query.orderBy, context, errors);
    if (errors.length > 0) return { ok: false, errors };
    return {
      ok: true,
      matches: (issue) => !test || test(issue) === true,
      compare,
      bounded: test !== undefined,
    };
  } catch (error) {
    if (error instanceof UnservedJql) return { ok: false, errors: [], unserved: error.what };
    return { ok: false, errors: [messageOf(error)] };
  }
}

/** Like Jira it goes on after a term that it refuses, to name all of them. */
function compileClause(clause: Clause, context: JqlContext, errors: string[]): Test {
  if (clause.kind === 'not') return negated(compileClause(clause.clause, context, errors));
  if (clause.kind === 'term') return attempt(() => compileTerm(clause, context), errors) ?? (() => undefined);
  const tests = clause.clauses.map((part) => compileClause(part, context, errors));
  return clause.kind === 'and' ? allOf(tests) : anyOf(tests);
}

function compileOrder(sorts: readonly Sort[], context: JqlContext, errors: string[]): Compare {
  const compares = sorts.map((sort) => attempt(() => compileSort(sort, context), errors));
  const newestFirst: Compare = (a, b) => Number(b.id) - Number(a.id);
  return (a, b) => {
    for (const compare of compares) {
      const result = compare?.(a, b) ?? 0;
      if (result !== 0) return result;
    }
    return newestFirst(a, b);
  };
}

function compileSort(sort: Sort, context: JqlContext): Compare {
  const order = sortableField(sort, context);
  const sign = (sort.direction ?? order.direction) === 'asc' ? 1 : -1;
  return (a, b) => sign * compareValues(order.by(a), order.by(b));
}

function sortableField(sort: Sort, context: JqlContext) {
  const refusal = new JqlError(`Not able to sort using field '${fieldName(sort.field)}'.`);
  try {
    const order = findField(sort.field, context).sort;
    if (order) return order;
  } catch (error) {
    if (!(error instanceof JqlError) || error instanceof UnservedJql) throw error;
  }
  throw refusal;
}

function compareValues(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

function attempt<T>(compile: () => T, errors: string[]): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (error instanceof UnservedJql) throw error;
    errors.push(messageOf(error));
    return undefined;
  }
}

/** Only refusals become messages: a bug is thrown on. */
function messageOf(error: unknown): string {
  if (error instanceof JqlError) return error.message;
  throw error;
}
