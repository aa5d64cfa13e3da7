/** Controls, line and paragraph separators, and the marks that turn the direction of what follows. */
const MISLEADING = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Stands for each of them, so that a reader sees that there was something. */
const REPLACEMENT = '\uFFFD';

/** The text with nothing in it that could hide, reorder or fake a line; everything else is kept. */
export function harmless(text: string): string {
  return text.replace(MISLEADING, REPLACEMENT);
}
