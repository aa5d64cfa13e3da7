import type { JqlSymbol, Token } from './lexer';
import { syntaxError, type JqlError } from './jql-error';
import type { Keyword } from './reserved-words';

/** A cursor over tokens, with the two shapes of Jira's complaint about the next one. */
export class TokenStream {
  private index = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.index + ahead];
  }

  next(): Token | undefined {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** Takes the next token if it is one of these symbols. */
  symbol<S extends JqlSymbol>(...symbols: readonly S[]): S | undefined {
    const token = this.peek();
    const found = token?.kind === 'symbol' ? symbols.find((symbol) => symbol === token.symbol) : undefined;
    if (found) this.index += 1;
    return found;
  }

  /** Takes the next token if it is one of these keywords. */
  keyword<K extends Keyword>(...keywords: readonly K[]): K | undefined {
    const token = this.peek();
    const found =
      token?.kind === 'keyword' ? keywords.find((keyword) => keyword === token.keyword) : undefined;
    if (found) this.index += 1;
    return found;
  }

  isSymbol(symbol: JqlSymbol, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'symbol' && token.symbol === symbol;
  }

  isKeyword(keyword: Keyword): boolean {
    const token = this.peek();
    return token?.kind === 'keyword' && token.keyword === keyword;
  }

  /** `end`: most of Jira's messages say "before the end of the query", some say "at". */
  expected(what: string, hint?: (token: Token) => string, end = 'before'): JqlError {
    const token = this.peek();
    if (!token) return syntaxError(`Expecting ${what} ${end} the end of the query.`);
    const more = hint ? ` ${hint(token)}` : '';
    return syntaxError(`Expecting ${what} but got '${token.text}'.${more}`, token.position);
  }

  expectSymbol(symbol: JqlSymbol): void {
    if (!this.symbol(symbol)) throw this.expected(`'${symbol}'`);
  }
}
