import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clause, Operand, Query, Term } from '../../../sandbox/jira/jql/ast';
import { compileJql } from '../../../sandbox/jira/jql/compile';
import { JqlError } from '../../../sandbox/jira/jql/jql-error';
import { parseJql } from '../../../sandbox/jira/jql/parse';
import { printClause, printJql } from './print';
import { search } from './search';
import { CONTEXT } from './site';

const name = fc.string({ minLength: 1, unit: 'binary' });
const field = fc.oneof(
  fc.record({ name }),
  fc.record({
    name,
    property: fc.record({ key: name, path: name.filter((path) => !path.startsWith('.')) }),
  }),
);
const literal: fc.Arbitrary<Operand> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.maxSafeInteger().map(String) }),
  fc.record({ kind: fc.constant('function' as const), name, args: fc.array(fc.string(), { maxLength: 2 }) }),
  fc.constant({ kind: 'empty' as const }),
);
const list: fc.Arbitrary<Operand> = fc.record({
  kind: fc.constant('list' as const),
  items: fc.array(literal, { minLength: 1, maxLength: 3 }),
});
const term: fc.Arbitrary<Term> = fc.record({
  kind: fc.constant('term' as const),
  field,
  operator: fc.constantFrom(
    '=',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    '~',
    '!~',
    'in',
    'not in',
    'is',
    'is not',
    'was in',
  ),
  operand: fc.oneof(literal, list),
});

/** Clauses of any shape over the given terms. */
function clauses(leaf: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> {
  return fc.letrec<{ clause: Clause }>((tie) => ({
    clause: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        clauses: fc.array(tie('clause'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), clause: tie('clause') }),
    ),
  })).clause;
}

const query: fc.Arbitrary<Query> = fc.record(
  {
    where: clauses(term),
    orderBy: fc.array(
      fc.record(
        { field, direction: fc.constantFrom('asc' as const, 'desc' as const) },
        { requiredKeys: ['field'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['orderBy'] },
);

/** Terms that hold for some of the site's issues, fail for some, and find the field EMPTY in others. */
const sensible = clauses(
  fc
    .constantFrom(
      'project = WA',
      'key > WA-1',
      'labels = security',
      'labels is EMPTY',
      'assignee != currentUser()',
      'priority >= High',
      'resolution = Unresolved',
      'parent in (WA-1, EMPTY)',
      'waRisk not in (HIGH)',
      'issue.property[review].count < 8',
      'description ~ risk',
      'created >= -3d',
    )
    .map((text) => parseJql(text).where!),
);

describe('JQL, as laws', () => {
  it('reads every query that can be written as it was meant', () => {
    fc.assert(fc.property(query, (written) => expect(parseJql(printJql(written))).toEqual(written)));
  });

  it('answers or refuses any text at all, and never fails otherwise', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            'W',
            '-1',
            '.',
            '=',
            '!',
            '<',
            '~',
            '(',
            ')',
            '[',
            ']',
            ',',
            '"',
            "'",
            '\\',
            '&',
            '|',
            '\n',
            ' and ',
            ' in ',
            ' order by ',
          ),
        }),
        (text) => {
          try {
            parseJql(text);
          } catch (error) {
            expect(error).toBeInstanceOf(JqlError);
          }
          expect(typeof compileJql(text, CONTEXT).ok).toBe('boolean');
        },
      ),
    );
  });

  it('obeys De Morgan: NOT (a AND b) is NOT a OR NOT b', () => {
    fc.assert(
      fc.property(sensible, sensible, (first, second) => {
        const [a, b] = [printClause(first), printClause(second)];
        expect(search(`NOT (${a} AND ${b})`)).toEqual(search(`NOT ${a} OR NOT ${b}`));
        expect(search(`NOT (${a} OR ${b})`)).toEqual(search(`NOT ${a} AND NOT ${b}`));
      }),
    );
  });

  it('undoes NOT by NOT, and never finds an issue by a clause and by its opposite', () => {
    fc.assert(
      fc.property(sensible, (clause) => {
        const text = printClause(clause);
        expect(search(`NOT NOT ${text}`)).toEqual(search(text));
        expect(search(`${text} AND NOT ${text}`)).toEqual([]);
      }),
    );
  });

  it('finds with OR what either finds, and with AND what both find', () => {
    fc.assert(
      fc.property(sensible, sensible, (first, second) => {
        const [a, b] = [printClause(first), printClause(second)];
        expect(new Set(search(`${a} OR ${b}`))).toEqual(new Set([...search(a), ...search(b)]));
        expect(search(`${a} AND ${b}`)).toEqual(search(a).filter((key) => search(b).includes(key)));
      }),
    );
  });
});
