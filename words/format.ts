/** Makes the words of a reason from ICU messages. */
import { IntlMessageFormat } from 'intl-messageformat';

/** A reason as any part of the app gives it. */
export interface Said {
  readonly code: string;
  readonly params: Readonly<Record<string, Value>>;
}

export type Value =
  | string
  | number
  | { readonly issueKey: string }
  | { readonly quote: string }
  | Said
  | readonly (string | { readonly issueKey: string } | Said)[];

/** By code. */
export type Messages = Readonly<Record<string, string>>;

/**
 * The words of reasons in one language. Never throws: a reason without words, or with other params than its words
 * name, is told by its code, as a reason of another version may be.
 */
export function formatter(messages: Messages, locale: string): (reason: Said) => string {
  const parsed = new Map<string, IntlMessageFormat>();

  function messageOf(code: string): IntlMessageFormat | undefined {
    const source = Object.hasOwn(messages, code) ? messages[code] : undefined;
    if (source === undefined) return undefined;
    const known = parsed.get(code) ?? new IntlMessageFormat(source, locale, undefined, { ignoreTag: true });
    parsed.set(code, known);
    return known;
  }

  function format({ code, params }: Said): string {
    const values = Object.entries(params).map(([name, value]) => [name, textOf(value)] as const);
    try {
      const text: unknown = messageOf(code)?.format(Object.fromEntries(values));
      return typeof text === 'string' ? text : code;
    } catch {
      return code;
    }
  }

  function textOf(value: Value): string | number {
    if (typeof value === 'string' || typeof value === 'number') return value;
    if ('issueKey' in value) return value.issueKey;
    if ('quote' in value) return value.quote;
    if ('code' in value) return format(value);
    return value.map(textOf).join(', ');
  }

  return format;
}
