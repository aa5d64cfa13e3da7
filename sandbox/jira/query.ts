/** Reading query parameters. */
import { refusal } from './refusal';

/** A whole number. @throws Refusal 400 for anything else */
export function integerAt(query: URLSearchParams, name: string, byDefault: number): number {
  const text = query.get(name);
  if (text === null || text === '') return byDefault;
  if (!/^-?\d+$/.test(text)) throw refusal(400, `The value of parameter '${name}' is not a whole number.`);
  return Number(text);
}

export function flagAt(query: URLSearchParams, name: string): boolean {
  return query.get(name) === 'true';
}

/** A list: the parameter may come several times, and each time with commas. Absent is `undefined`. */
export function listAt(query: URLSearchParams, name: string): string[] | undefined {
  const given = query.getAll(name);
  return given.length === 0 ? undefined : splitList(given);
}

/** The parts of texts with commas, as Jira takes them also inside JSON lists. */
export function splitList(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
