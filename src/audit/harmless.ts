/** Controls, line and paragraph separators, and the marks that turn the direction of what follows. */
const MISLEADING = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Stands for each of them, so that a reader sees that there was something. */
const REPLACEMENT = '\uFFFD';

/** The text with nothing in it that could hide, reorder or fake a line; everything else is kept. */
export function harmless(text: string): string {
  return text.replace(MISLEADING, REPLACEMENT);
}

/** At most `max` UTF-16 code units, never half a surrogate pair; `…` says that something was cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '') + '…';
}
