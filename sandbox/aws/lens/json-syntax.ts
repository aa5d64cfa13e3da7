/** Finds where a text stops being JSON (RFC 8259): `JSON.parse` does not always say. */

export interface SyntaxProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly message: string;
}

class Stop extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

/** Arrays and objects may not nest deeper than this: a limit of the stand-in. */
const MAX_DEPTH = 500;

const SPACE = /[ \t\n\r]*/uy;
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;

/** The first syntax problem, or undefined if the whole text is one JSON value. */
export function findSyntaxProblem(text: string): SyntaxProblem | undefined {
  try {
    const end = skip(text, SPACE, scanValue(text, skip(text, SPACE, 0) ?? 0, 0)) ?? text.length;
    if (end < text.length) throw new Stop(end, `${shown(text, end)} was not expected after the JSON value`);
    return undefined;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, message: error.message };
  }
}

/** Where the match of a sticky pattern at `at` ends. */
function skip(text: string, pattern: RegExp, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function shown(text: string, at: number): string {
  return at >= text.length
    ? 'the end of the file'
    : JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function scanValue(text: string, at: number, depth: number): number {
  if (depth > MAX_DEPTH) throw new Stop(at, `it nests deeper than ${MAX_DEPTH} levels`);
  if (text[at] === '{') return scanMembers(text, at + 1, '}', (from) => scanPair(text, from, depth));
  if (text[at] === '[') return scanMembers(text, at + 1, ']', (from) => scanValue(text, from, depth + 1));
  const end = skip(text, SCALAR, at);
  if (end !== undefined) return end;
  throw new Stop(
    at,
    text[at] === '"'
      ? 'this text is not closed or not escaped'
      : `a value was expected, not ${shown(text, at)}`,
  );
}

function scanPair(text: string, at: number, depth: number): number {
  const key = skip(text, STRING, at);
  if (key === undefined) throw new Stop(at, `a key in double quotes was expected, not ${shown(text, at)}`);
  const colon = skip(text, SPACE, key) ?? key;
  if (text[colon] !== ':') throw new Stop(colon, `":" was expected, not ${shown(text, colon)}`);
  return scanValue(text, skip(text, SPACE, colon + 1) ?? colon + 1, depth + 1);
}

function scanMembers(text: string, from: number, close: string, scan: (at: number) => number): number {
  let at = skip(text, SPACE, from) ?? from;
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skip(text, SPACE, scan(at)) ?? text.length;
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new Stop(at, `"," or "${close}" was expected, not ${shown(text, at)}`);
    at = skip(text, SPACE, at + 1) ?? text.length;
  }
}
