/**
 * Reads the part of Jira expressions that the documentation of event filters shows: members of `event`, entity
 * properties of its issue, literals, `==`, `!=`, `&&`, `||`, `!` and parentheses. Anything else is refused: an expression must not be half understood.
 */
import type { PropertyPath } from './property-paths';
import { type Tokens, tokenize } from './tokens';

export type Node =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'event' }
  | ({ readonly kind: 'property' } & PropertyPath)
  | { readonly kind: 'member'; readonly of: Node; readonly name: string; readonly orNull: boolean }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'both'; readonly operator: Operator; readonly left: Node; readonly right: Node };

type Operator = '==' | '!=' | '&&' | '||';

/** Weakest first. */
const LEVELS: readonly (readonly Operator[])[] = [['||'], ['&&'], ['==', '!=']];
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** @param name the module's, for complaints. @throws Error that says what cannot be read */
export function parse(expression: string, name: string): Node {
  const tokens = tokenize(expression, name);
  const node = binary(tokens, 0);
  return tokens.atEnd ? node : tokens.refuse(tokens.next());
}

function binary(tokens: Tokens, level: number): Node {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(tokens);
  let left = binary(tokens, level + 1);
  for (;;) {
    const operator = operators.find((one) => tokens.take(one));
    if (operator === undefined) return left;
    left = { kind: 'both', operator, left, right: binary(tokens, level + 1) };
  }
}

function unary(tokens: Tokens): Node {
  if (tokens.take('!')) return { kind: 'not', of: unary(tokens) };
  return members(tokens, primary(tokens));
}

function members(tokens: Tokens, of: Node): Node {
  if (tokens.take('[')) return members(tokens, { kind: 'member', of, name: quoted(tokens), orNull: false });
  const orNull = tokens.take('?.');
  if (!orNull && !tokens.take('.')) return of;
  const name = named(tokens);
  if (of.kind === 'event' && name === 'runtime') return { kind: 'property', ...property(tokens) };
  return members(tokens, { kind: 'member', of, name, orNull });
}

/** What follows `event.runtime`: of the issue alone, whose path may stand in brackets as one text with dots. */
function property(tokens: Tokens): PropertyPath {
  for (const text of ['.', 'issue', '.', 'properties', '[']) tokens.expect(text);
  const key = quoted(tokens);
  const path: string[] = [];
  for (;;) {
    if (tokens.take('[')) path.push(...quoted(tokens).split('.'));
    else if (tokens.take('.')) path.push(named(tokens));
    else return { key, path };
  }
}

/** The text between brackets, of which the first was taken. */
function quoted(tokens: Tokens): string {
  const text = tokens.next();
  tokens.expect(']');
  return /^['"]/.test(text) ? text.slice(1, -1) : tokens.refuse(`[${text}]`);
}

function named(tokens: Tokens): string {
  const name = tokens.next();
  return /^[a-z_]\w*$/i.test(name) ? name : tokens.refuse(name);
}

function primary(tokens: Tokens): Node {
  const token = tokens.next();
  if (token === '(') {
    const inner = binary(tokens, 0);
    tokens.expect(')');
    return inner;
  }
  if (token === 'event') return { kind: 'event' };
  if (/^['"]/.test(token)) return { kind: 'literal', value: token.slice(1, -1) };
  if (/^\d/.test(token)) return { kind: 'literal', value: Number(token) };
  const value = WORDS.get(token);
  return value === undefined ? tokens.refuse(token) : { kind: 'literal', value };
}
