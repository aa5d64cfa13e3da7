/** Numbers, dates and times as the reader writes them. Pure: the time is passed in. */

export interface Format {
  readonly number: (value: number) => string;
  /** An ISO 8601 moment, in the reader's time zone. */
  readonly moment: (iso: string) => string;
  /** The time of day of such a moment. */
  readonly time: (iso: string) => string;
  /** A day such as `2026-11-22`, the same in every time zone. */
  readonly day: (day: string) => string;
  /**
   * How long ago a moment was at `now` (milliseconds since the epoch): `3 hours ago`. Clocks differ, and what
   * seems to lie ahead counts as now.
   */
  readonly ago: (iso: string, now: number) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * @param locale of the reader, a BCP 47 tag; one that the browser does not know falls back to English
 * @param language of the words around it, where that is another one: "3 hours ago" and "a, b and c" are words too
 */
export function createFormat(locale: string, language = locale): Format {
  const tag = known(locale);
  const number = new Intl.NumberFormat(tag);
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const words = known(language);
  const relative = new Intl.RelativeTimeFormat(words, { numeric: 'auto' });
  const list = new Intl.ListFormat(words, { type: 'conjunction' });
  return {
    number: (value) => number.format(value),
    moment: (iso) => moment.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    ago(iso, now) {
      const seconds = Math.min(0, Math.round((Date.parse(iso) - now) / 1000));
      const [unit, size] =
        STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
      return relative.format(Math.trunc(seconds / size), unit);
    },
    list: (items) => list.format(items),
  };
}

/** The locale's own name; English for one that nobody knows. */
export function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
