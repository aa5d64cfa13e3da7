import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileJql } from '../../../sandbox/jira/jql/compile';
import { JqlError } from '../../../sandbox/jira/jql/jql-error';
import { parseJql } from '../../../sandbox/jira/jql/parse';
import { printClause, printJql } from './print';
import { clauses, query } from './queries';
import { search } from './search';
import { CONTEXT } from './site';

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
