/** Makes the words of a reason from ICU messages. */

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

/** Fills an ICU message in; throws where a value that it names is missing. */
export type Say = (message: string, values: Readonly<Record<string, string | number>>) => string;

/**
 * The words of reasons in one language. Never throws: a reason without words, or with other params than its words
 * name, is told by its code, as a reason of another version may be.
 */
export function formatter(messages: Messages, say: Say): (reason: Said) => string {
  function format({ code, params }: Said): string {
    const values = Object.entries(params).map(([name, value]) => [name, marked(textOf(value))] as const);
    const message = Object.hasOwn(messages, code) ? messages[code] : undefined;
    try {
      return message === undefined ? code : endedOnce(say(message, Object.fromEntries(values)));
    } catch {
      return code;
    }
  }

  function textOf(value: Value): string | number {
    if (typeof value === 'string' || typeof value === 'number') return value;
    if ('issueKey' in value) return value.issueKey;
    if ('quote' in value) return value.quote;
    if ('code' in value) return format(value);
    // Names by commas; reasons, which may have commas of their own, by semicolons.
    const separator = value.every((each) => typeof each !== 'string' && 'code' in each) ? '; ' : ', ';
    return value.map(textOf).join(separator);
  }

  return format;
}

/** In place of the period that a text ends with: no character (Unicode, noncharacters). */
const PERIOD = '\uffff';

/** What others say may be a sentence of its own. */
function marked(text: string | number): string | number {
  return typeof text === 'string' ? text.replace(/(?<!\.)\.$/u, PERIOD) : text;
}

/** Where the sentence ends with it, it ends once. */
function endedOnce(text: string): string {
  return text.replaceAll(`${PERIOD}.`, '.').replaceAll(PERIOD, '.');
}
