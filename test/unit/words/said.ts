/** Checks of the words of one domain's reasons: each code has them, and they name its params and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { inWords } from '../../../src/in-words';
import type { Params } from '../../../src/reason';

/** For each code its params, and the words for them. */
export type Samples<Table> = {
  readonly [Code in keyof Table]: readonly [params: Table[Code], words: string];
};

export function checkWords<Table extends { readonly [Code in keyof Table]: Params }>(
  domain: string,
  messages: Readonly<Record<string, string>>,
  samples: Samples<Table>,
): void {
  const all = Object.entries<readonly [params: Params, words: string]>(samples);
  describe(`of ${domain}`, () => {
    test.each(all)('%s', (code, [params, words]) => {
      expect(inWords({ code, params })).toBe(words);
      expect([...named(messages[code]!)].sort()).toEqual(Object.keys(params).sort());
    });

    test('no code has words without a reason', () => {
      expect(Object.keys(messages).sort()).toEqual(all.map(([code]) => code).sort());
    });
  });
}

/** The arguments of a message, those within its branches too. */
export function named(message: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (elements: readonly object[]): void => {
    for (const element of elements) {
      // Literals (type 0) and a plural's "#" (7) have no argument.
      if (!('type' in element) || element.type === 0 || element.type === 7) continue;
      if ('value' in element) found.add(String(element.value));
      if (!('options' in element)) continue;
      for (const { value } of Object.values(element.options as Record<string, { value: object[] }>))
        visit(value);
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return found;
}
