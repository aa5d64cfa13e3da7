/** The tokens of an expression, one after the other. */
export interface Tokens {
  /** Steps over the next token if it is this one. */
  take(text: string): boolean;
  /** Steps over the next token. @throws Error if it is not this one */
  expect(text: string): void;
  /** Steps over the next token and answers it. @throws Error if there is none */
  next(): string;
  readonly atEnd: boolean;
  /** @throws Error that names the module, what is wrong, and the expression */
  refuse(what: string): never;
}

const TOKEN = /\s*(\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"|\w+|==|!=|&&|\|\||\?\.|[!.()[\]])/y;

/** @param name the module's, for complaints. @throws Error for a character that begins no token */
export function tokenize(expression: string, name: string): Tokens {
  const text = expression.trim();
  function refuse(what: string): never {
    throw new Error(`${name}: the local site cannot read ${what} in filter.expression: ${text}`);
  }
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    tokens.push(TOKEN.exec(text)?.[1] ?? refuse(text.slice(at).trim().slice(0, 1)));
  }
  let position = 0;
  const take = (token: string): boolean => tokens[position] === token && ++position > 0;
  return {
    take,
    expect(token) {
      if (!take(token)) refuse(tokens[position] ?? 'its end');
    },
    next: () => tokens[position++] ?? refuse('its end'),
    get atEnd() {
      return position === tokens.length;
    },
    refuse,
  };
}
