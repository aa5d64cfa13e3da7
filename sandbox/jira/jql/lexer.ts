import { syntaxError, type Position } from './jql-error';
import { KEYWORDS, RESERVED_WORDS, type Keyword } from './reserved-words';

export type Token = { readonly text: string; readonly position: Position } & (
  | { readonly kind: 'word' | 'quoted' | 'number'; readonly value: string }
  | { readonly kind: 'keyword'; readonly keyword: Keyword }
  | { readonly kind: 'symbol'; readonly symbol: JqlSymbol }
);

/** Longest first: the first that fits is the symbol. */
const SYMBOLS = [
  '!=',
  '!~',
  '<=',
  '>=',
  '&&',
  '||',
  '=',
  '<',
  '>',
  '~',
  '!',
  '(',
  ')',
  ',',
  '[',
  ']',
  '&',
  '|',
] as const;
export type JqlSymbol = (typeof SYMBOLS)[number];

const RESERVED_CHARACTERS = new Set('{}*/%+^$#@?;');
const WORD_ENDS = new Set('{}*/%+^$#@?;!=~<>&|(),[]"\' \t\n\r');
const ESCAPES: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
  ' ': ' ',
};
const VALID_ESCAPES = String.raw`The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX.`;

/** Control characters and Unicode non-characters must be written as escapes. */
const CONTROL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/;

/** What a word, string or number says; a keyword or symbol says nothing. */
export function textOf(token: Token): string | undefined {
  return token.kind === 'keyword' || token.kind === 'symbol' ? undefined : token.value;
}

/** Splits a query into tokens. Throws `JqlError` with Jira's words for what it cannot read. */
export function lexJql(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/[ \t\n\r]/.test(character)) {
      at += 1;
      continue;
    }
    const [token, next] = readToken(text, at);
    tokens.push(token);
    at = next;
  }
  return tokens;
}

function readToken(text: string, at: number): [Token, number] {
  const position = positionOf(text, at);
  const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, at));
  if (symbol) return [{ kind: 'symbol', symbol, text: symbol, position }, at + symbol.length];
  const character = text.charAt(at);
  if (character === '"' || character === "'") return readQuoted(text, at, character);
  refuseReservedCharacter(character, position);
  return readWord(text, at);
}

function readQuoted(text: string, start: number, quote: string): [Token, number] {
  let value = '';
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== quote) {
    const [character, next] = readCharacter(text, at);
    value += character;
    at = next;
  }
  const position = positionOf(text, start);
  if (at >= text.length) {
    const what = value === '' ? 'The quoted string' : `The quoted string '${value.replace(/\s/g, ' ')}'`;
    throw syntaxError(`${what} has not been completed.`, position);
  }
  return [{ kind: 'quoted', value, text: value, position }, at + 1];
}

function readWord(text: string, start: number): [Token, number] {
  let value = '';
  let at = start;
  while (at < text.length && !WORD_ENDS.has(text.charAt(at))) {
    const [character, next] = readCharacter(text, at);
    value += character;
    at = next;
  }
  const source = text.slice(start, at);
  return [wordToken(value, source, positionOf(text, start)), at];
}

/** An escape makes a word text, whatever it spells. */
function wordToken(value: string, source: string, position: Position): Token {
  const word = source.toLowerCase();
  const keyword = KEYWORDS.find((candidate) => candidate === word);
  if (keyword) return { kind: 'keyword', keyword, text: source, position };
  if (RESERVED_WORDS.has(word)) {
    throw syntaxError(
      `'${source}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.`,
      position,
    );
  }
  const kind = /^-?\d+$/.test(source) ? 'number' : 'word';
  return { kind, value, text: source, position };
}

function readCharacter(text: string, at: number): [string, number] {
  const character = text.charAt(at);
  if (character === '\\') return readEscape(text, at);
  if (CONTROL.test(character)) {
    const position = positionOf(text, at);
    const code = hex(character);
    throw syntaxError(
      `The character 'U+${code.toUpperCase()}' on line ${position.line} at position ${position.character} must be escaped. Use the escape '\\u${code}' instead.`,
      position,
    );
  }
  return [character, at + 1];
}

function readEscape(text: string, at: number): [string, number] {
  const next = text.charAt(at + 1);
  const simple = ESCAPES[next];
  if (simple !== undefined) return [simple, at + 2];
  const code = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
  if (code) return [String.fromCharCode(Number.parseInt(code, 16)), at + 6];
  const position = positionOf(text, at);
  if (next === '')
    throw syntaxError(`The escape sequence has not been completed. ${VALID_ESCAPES}`, position);
  const shown = next === 'u' ? text.slice(at, at + 3) : text.slice(at, at + 2);
  throw syntaxError(`'${shown}' is an illegal JQL escape sequence. ${VALID_ESCAPES}`, position);
}

function refuseReservedCharacter(character: string, position: Position): void {
  if (!RESERVED_CHARACTERS.has(character)) return;
  throw syntaxError(
    `The character '${character}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u${hex(character)}' instead.`,
    position,
  );
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

function positionOf(text: string, at: number): Position {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, character: (lines.at(-1)?.length ?? 0) + 1 };
}
