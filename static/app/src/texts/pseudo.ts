import { IntlMessageFormat } from 'intl-messageformat';
import { english, type Language } from './language';
import { mark, markMessage } from './mark';

/**
 * The pseudo language, for tests: brackets stand around a message, and every English letter of it has a mark. A letter
 * on the page that has none is of no message: it is data, or a word that was left in code. `en-XA` is what browsers
 * call theirs.
 */
export function pseudoEnglish(): Language {
  const { format, ...own } = english('en-US');
  return {
    ...own,
    message: (source) =>
      new IntlMessageFormat(`⟦${markMessage(source)}⟧`, own.locale, undefined, { ignoreTag: true }),
    format: {
      ...format,
      moment: (iso) => mark(format.moment(iso)),
      day: (day) => mark(format.day(day)),
      ago: (iso, now) => mark(format.ago(iso, now)),
    },
  };
}
