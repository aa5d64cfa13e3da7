import type { FieldProperty, FieldRef } from './ast';
import { syntaxError } from './jql-error';
import { textOf, type Token } from './lexer';
import type { TokenStream } from './token-stream';

/** A field: a word, a string or a number, `cf[id]`, or `issue.property[key].path`. */
export function parseField(tokens: TokenStream): FieldRef {
  if (tokens.keyword('cf')) return withProperties(`cf[${parseCustomFieldId(tokens)}]`, tokens);
  const token = tokens.peek();
  const name = token && textOf(token);
  if (!token || name === undefined) throw tokens.expected('a field name', fieldHint, 'at');
  if (name === '') throw syntaxError('A field name cannot be empty.', token.position);
  tokens.next();
  return token.kind === 'number' ? { name } : withProperties(name, tokens);
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

function withProperties(name: string, tokens: TokenStream): FieldRef {
  const properties: FieldProperty[] = [];
  while (tokens.symbol('[')) {
    const key = takeText(tokens);
    if (key === undefined) throw tokens.expected('a property key');
    tokens.expectSymbol(']');
    properties.push({ key, path: parsePath(tokens) });
  }
  return properties.length > 0 ? { name, properties } : { name };
}

/** `.risk`, or `.label .color`: any number of words; that it names an indexed property is seen later. */
function parsePath(tokens: TokenStream): string {
  let path = '';
  let word = takeText(tokens);
  while (word !== undefined) {
    path += word;
    word = takeText(tokens);
  }
  return path;
}

function takeText(tokens: TokenStream): string | undefined {
  const token = tokens.peek();
  const text = token && textOf(token);
  if (text !== undefined) tokens.next();
  return text;
}
