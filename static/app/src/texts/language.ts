/** The language of the page's words, known from its start on. */
import { IntlMessageFormat } from 'intl-messageformat';
import { createFormat, type Format, known } from './format';
import type { Values } from './message';

export interface Language {
  /** Of the words, a BCP 47 tag. */
  readonly locale: string;
  /** Makes an ICU message ready to be given its values. */
  readonly message: (source: string) => IntlMessageFormat;
  readonly format: Format;
}

let spoken: Language | undefined;

/** Once, before anything is drawn. */
export function speak(language: Language): void {
  spoken = language;
}

/**
 * English in the reader's own kind: there are words in no other language yet, and the plurals of a sentence follow
 * the language that it is written in. Numbers and dates are the reader's.
 */
export function english(locale: string): Language {
  const own = /^en\b/u.test(locale) ? known(locale) : 'en';
  return {
    locale: own,
    message: (source) => new IntlMessageFormat(source, own, undefined, { ignoreTag: true }),
    format: createFormat(locale, own),
  };
}

const messages = new Map<string, IntlMessageFormat>();

/** @throws Error where a text is read before the page has started */
export function say(source: string, values?: Values): string {
  const message = messages.get(source) ?? language().message(source);
  messages.set(source, message);
  return String(message.format(values));
}

/** Numbers, dates and times for this reader. */
export function format(): Format {
  return language().format;
}

function language(): Language {
  if (!spoken) throw new Error('Words are read before it is known in which language');
  return spoken;
}
