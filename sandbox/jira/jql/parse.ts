import type { Clause, Query, Sort } from './ast';
import { syntaxError } from './jql-error';
import { lexJql } from './lexer';
import { parseField } from './parse-field';
import { parseTerm } from './parse-term';
import { TokenStream } from './token-stream';

/** Nesting beyond this is refused; the limit is the local site's own, to keep recursion small. */
const MAX_DEPTH = 100;

/**
 * Reads a query: `[clause] [ORDER BY field [ASC|DESC], ...]`, NOT before AND before OR. It knows no fields.
 * Throws `JqlError` with Jira's message for what it cannot read. A contract test holds it against Atlassian's
 * `@atlaskit/jql-parser`, which has no such messages and refuses what Jira itself reads first (`in WA`).
 */
export function parseJql(text: string): Query {
  const tokens = new TokenStream(lexJql(text));
  const where = tokens.peek() && !tokens.isKeyword('order') ? parseOr(tokens, 0) : undefined;
  if (tokens.peek() && !tokens.isKeyword('order')) throw tokens.expected("either 'OR' or 'AND'");
  const orderBy = tokens.keyword('order') ? parseOrderBy(tokens) : [];
  return { ...(where && { where }), orderBy };
}

function parseOr(tokens: TokenStream, depth: number): Clause {
  const clauses = [parseAnd(tokens, depth)];
  while (tokens.keyword('or') ?? tokens.symbol('||', '|')) clauses.push(parseAnd(tokens, depth));
  return joined('or', clauses);
}

function parseAnd(tokens: TokenStream, depth: number): Clause {
  const clauses = [parseNot(tokens, depth)];
  while (tokens.keyword('and') ?? tokens.symbol('&&', '&')) clauses.push(parseNot(tokens, depth));
  return joined('and', clauses);
}

function parseNot(tokens: TokenStream, depth: number): Clause {
  if (depth > MAX_DEPTH) throw syntaxError('The query is nested too deeply.', tokens.peek()?.position);
  if (tokens.keyword('not') ?? tokens.symbol('!')) {
    return { kind: 'not', clause: parseNot(tokens, depth + 1) };
  }
  if (!tokens.symbol('(')) return parseTerm(tokens);
  const clause = parseOr(tokens, depth + 1);
  tokens.expectSymbol(')');
  return clause;
}

function joined(kind: 'and' | 'or', clauses: readonly Clause[]): Clause {
  const [only, ...rest] = clauses;
  return only && rest.length === 0 ? only : { kind, clauses };
}

function parseOrderBy(tokens: TokenStream): Sort[] {
  if (!tokens.keyword('by')) throw tokens.expected("'by'");
  const sorts = [parseSort(tokens)];
  while (tokens.symbol(',')) sorts.push(parseSort(tokens));
  if (tokens.peek()) throw tokens.expected(sorts.at(-1)?.direction ? "','" : "either 'ASC' or 'DESC'");
  return sorts;
}

function parseSort(tokens: TokenStream): Sort {
  const field = parseField(tokens);
  const direction = tokens.keyword('asc', 'desc');
  return { field, ...(direction && { direction }) };
}
