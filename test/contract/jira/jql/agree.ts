import { expect } from '@jest/globals';
import type { Clause, Operand, Operator, Query, Term } from '../../../../sandbox/jira/jql/ast';
import { JqlError } from '../../../../sandbox/jira/jql/jql-error';
import { parseJql } from '../../../../sandbox/jira/jql/parse';
import { readOfficially } from './official-grammar';

const VALUE = ['empty', 'text', 'number', 'function'] as const;

/**
 * Which operand an operator takes. Atlassian's parser has this in its grammar; Jira itself, and with it the local
 * site, reads more and refuses afterwards, in words of its own ("Operator 'in' does not support the non-list
 * value …": the example of POST /jql/parse in Jira's OpenAPI document).
 */
const OPERANDS: Readonly<Record<Operator, readonly Operand['kind'][]>> = {
  '=': VALUE,
  '!=': VALUE,
  '~': VALUE,
  '!~': VALUE,
  was: VALUE,
  'was not': VALUE,
  '<': ['text', 'number', 'function'],
  '<=': ['text', 'number', 'function'],
  '>': ['text', 'number', 'function'],
  '>=': ['text', 'number', 'function'],
  in: ['list', 'function'],
  'not in': ['list', 'function'],
  'was in': ['list', 'function'],
  'was not in': ['list', 'function'],
  is: ['empty'],
  'is not': ['empty'],
  changed: ['empty'],
};

/** Jira refuses it once the grammar is through, so that a grammar alone does not. */
const EMPTY_NAME = /^Error in the JQL Query: A (field|function) name cannot be empty\./;

/** What the local site's grammar says of a query: its tree, or why it cannot be read. */
export type LocalReading = Query | JqlError;

/** Anything but a tree or a `JqlError` fails the test. */
export function readLocally(text: string): LocalReading {
  try {
    return parseJql(text);
  } catch (error) {
    if (error instanceof JqlError) return error;
    throw error;
  }
}

/**
 * Fails unless both grammars read the same tree from a query, or both refuse it. Another `read` in the place of the
 * local site's shows that a difference is found.
 */
export function expectAgreement(text: string, read: (text: string) => LocalReading = readLocally): void {
  const local = read(text);
  const official = readOfficially(text);
  if (local instanceof JqlError) {
    if (!EMPTY_NAME.test(local.message))
      expect({ text, official }).toEqual({ text, official: { ok: false } });
    return;
  }
  const expected = isShaped(local.where) ? { ok: true, query: local } : { ok: false };
  expect({ text, official }).toEqual({ text, official: expected });
}

/** Every operator of the clause has an operand that Atlassian's parser lets it have. */
function isShaped(clause: Clause | undefined): boolean {
  if (!clause) return true;
  if (clause.kind === 'term') return takesOperand(clause);
  return clause.kind === 'not' ? isShaped(clause.clause) : clause.clauses.every(isShaped);
}

function takesOperand({ operator, operand }: Term): boolean {
  return OPERANDS[operator].includes(operand.kind);
}
