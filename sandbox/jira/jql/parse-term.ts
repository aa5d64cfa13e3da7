import type { FieldRef, Operand, Operator } from './ast';
import { syntaxError } from './jql-error';
import type { Token } from './lexer';
import type { TokenStream } from './token-stream';

const OPERATORS =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";

/** A field: a word or string, `cf[id]`, or `issue.property[key].path`. */
export function parseField(tokens: TokenStream): FieldRef {
  if (tokens.keyword('cf')) return { name: `cf[${parseCustomFieldId(tokens)}]` };
  const token = tokens.peek();
  const name = token && textOf(token);
  if (!token || name === undefined) throw tokens.expected('a field name', fieldHint, 'at');
  if (name === '') throw syntaxError('A field name cannot be empty.', token.position);
  tokens.next();
  if (!tokens.symbol('[')) return { name };
  const key = parsePropertyName(tokens);
  tokens.expectSymbol(']');
  return { name, property: { key, path: parsePropertyPath(tokens) } };
}

function fieldHint(token: Token): string {
  if (token.text === '[') return "Did you mean 'cf['?";
  return `You must surround '${token.text}' in quotation marks to use it as a field name.`;
}

function parseCustomFieldId(tokens: TokenStream): string {
  tokens.expectSymbol('[');
  const token = tokens.peek();
  if (token?.kind !== 'number' || token.value.startsWith('-')) {
    throw tokens.expected('a custom field id (a positive number)');
  }
  tokens.next();
  tokens.expectSymbol(']');
  return token.value;
}

function parsePropertyName(tokens: TokenStream): string {
  const token = tokens.peek();
  const key = token && textOf(token);
  if (!key) throw tokens.expected('a property key');
  tokens.next();
  return key;
}

/** `.risk` or `.label.color`: one word that begins with its dot. */
function parsePropertyPath(tokens: TokenStream): string {
  const token = tokens.peek();
  const path = token && textOf(token);
  if (!path || !/^\.[^.]/.test(path)) throw tokens.expected('a property path that starts with a dot');
  tokens.next();
  return path.slice(1);
}

export function parseOperator(tokens: TokenStream): Operator {
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
export function parseOperand(tokens: TokenStream): Operand {
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

/** What a word, string or number says; a keyword or symbol says nothing. */
function textOf(token: Token): string | undefined {
  return token.kind === 'keyword' || token.kind === 'symbol' ? undefined : token.value;
}
