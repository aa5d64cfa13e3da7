import type { Operand, Operator, Predicate, Term } from './ast';
import { syntaxError } from './jql-error';
import { textOf, type Token } from './lexer';
import { parseField } from './parse-field';
import type { TokenStream } from './token-stream';

const OPERATORS =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";

const WAS_PREDICATES = ['before', 'after', 'on', 'during', 'by'] as const;
const CHANGED_PREDICATES = [...WAS_PREDICATES, 'from', 'to'] as const;

/** `field operator operand`; the searches of history (`was`, `changed`) may name times, people and values. */
export function parseTerm(tokens: TokenStream): Term {
  const field = parseField(tokens);
  const operator = parseOperator(tokens);
  const operand: Operand = operator === 'changed' ? { kind: 'empty' } : parseOperand(tokens);
  const predicates = parsePredicates(tokens, operator);
  return { kind: 'term', field, operator, operand, ...(predicates.length > 0 && { predicates }) };
}

function parsePredicates(tokens: TokenStream, operator: Operator): readonly Predicate[] {
  if (operator !== 'changed' && !operator.startsWith('was')) return [];
  const known = operator === 'changed' ? CHANGED_PREDICATES : WAS_PREDICATES;
  const predicates: Predicate[] = [];
  let kind = tokens.keyword(...known);
  while (kind) {
    predicates.push({ kind, operand: parseOperand(tokens) });
    kind = tokens.keyword(...known);
  }
  return predicates;
}

function parseOperator(tokens: TokenStream): Operator {
  const symbol = tokens.symbol('=', '!=', '<=', '>=', '<', '>', '~', '!~');
  if (symbol) return symbol;
  const keyword = tokens.keyword('in', 'not', 'is', 'was', 'changed');
  if (keyword === 'in' || keyword === 'changed') return keyword;
  if (keyword === 'not') return parseNotIn(tokens);
  if (keyword === 'is') return tokens.keyword('not') ? 'is not' : parseIs(tokens);
  if (keyword === 'was') return parseWas(tokens);
  if (!tokens.peek()) throw syntaxError(`Expecting operator before the end of the query. ${OPERATORS}`);
  throw tokens.expected('operator', () => OPERATORS);
}

function parseNotIn(tokens: TokenStream): Operator {
  if (!tokens.keyword('in')) throw tokens.expected("'IN'");
  return 'not in';
}

function parseIs(tokens: TokenStream): Operator {
  if (tokens.isSymbol('!')) throw tokens.expected("'NOT'");
  return 'is';
}

function parseWas(tokens: TokenStream): Operator {
  if (tokens.keyword('in')) return 'was in';
  if (!tokens.keyword('not')) return 'was';
  return tokens.keyword('in') ? 'was not in' : 'was not';
}

/** EMPTY, a string, a number, a function or a list of these. */
function parseOperand(tokens: TokenStream): Operand {
  if (tokens.keyword('empty', 'null')) return { kind: 'empty' };
  if (tokens.symbol('(')) return parseList(tokens);
  const token = tokens.peek();
  const value = token && textOf(token);
  if (!token || value === undefined) throw tokens.expected('either a value, list or function', valueHint);
  tokens.next();
  if (tokens.symbol('(')) return parseFunction(tokens, value, token);
  return { kind: token.kind === 'number' ? 'number' : 'text', value };
}

function valueHint(token: Token): string {
  return `You must surround '${token.text}' in quotation marks to use it as a value.`;
}

function parseList(tokens: TokenStream): Operand {
  const items = [parseOperand(tokens)];
  while (tokens.symbol(',')) items.push(parseOperand(tokens));
  tokens.expectSymbol(')');
  return { kind: 'list', items };
}

function parseFunction(tokens: TokenStream, name: string, at: Token): Operand {
  if (name === '') throw syntaxError('A function name cannot be empty.', at.position);
  const args: string[] = [];
  while (!tokens.symbol(')')) {
    if (args.length > 0 && !tokens.symbol(',')) throw tokens.expected(tokens.peek() ? "')' or ','" : "')'");
    args.push(parseArgument(tokens));
  }
  return { kind: 'function', name, args };
}

function parseArgument(tokens: TokenStream): string {
  const token = tokens.peek();
  if (!token) throw tokens.expected("')'");
  const value = textOf(token);
  if (value === undefined) {
    if (token.text === ')') throw syntaxError('Function argument must be specified.', token.position);
    throw tokens.expected(
      'a function argument',
      () => `You must surround '${token.text}' in quotation marks to use it as an argument.`,
    );
  }
  tokens.next();
  return value;
}
