/** Characters by which a text says something other than it shows. Pure. */

/**
 * Characters that show nothing or reorder what follows: control, format and private characters, lone
 * surrogates, line separators, fillers (Unicode, Default_Ignorable_Code_Point, without the emoji variation
 * selector) and the empty Braille pattern.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\u2800]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}/u;

/** Control characters but tab and line ends, lone surrogates, and what overrides the direction of a text (UAX #9). */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

/** Of a name or an id, which is one line. */
export function hidesCharacters(line: string): boolean {
  return HIDDEN.test(line);
}

/** Of a text of any script and of several lines, which may join letters and emoji by characters that show nothing. */
export function holdsUnwritable(text: string): boolean {
  return UNWRITABLE.test(text);
}
