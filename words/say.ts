/** ICU messages in one language, each parsed once. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Say } from './format';

export function sayIn(locale: string): Say {
  const parsed = new Map<string, IntlMessageFormat>();
  return (message, values) => {
    const known =
      parsed.get(message) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    parsed.set(message, known);
    return String(known.format(values));
  };
}
