/**
 * Foreign text made fit for a block: one visible line that holds no marker, whatever was put in.
 * Markers need `===`; nothing that leaves this file holds two equals signs in a row.
 */

/** Blanks and line ends, in every form that Unicode has. */
const BLANKS = /[\s\u0085\u2800]+/gu;

/**
 * What shows nothing, reorders its surroundings or cannot be stored: control, format (bidi) and private
 * characters, lone surrogates and what they become (U+FFFD), non-characters, ignorable fillers.
 */
const UNSHOWN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;

/** Longer keys are not Jira's: its fields end at 255 characters. */
const MAX_KEY = 255;

/** The form of a link to an issue; what else a URL may hold (queries, users) has no place in one. */
const PLAIN_URL = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?\/[a-z0-9/_.~%-]{0,500}$/i;

/** One visible line of at most `max` UTF-16 code units, never half a surrogate pair, never empty. */
export function plainLine(text: string, max: number): string {
  const line = text
    .replace(BLANKS, ' ')
    .replace(UNSHOWN, '')
    .replace(/ {2,}/g, ' ')
    .replace(/={2,}/g, '=')
    .trim();
  return cut(line, max) || '?';
}

/** A key in the characters that Jira's keys have; `?` where nothing is left. */
export function plainKey(key: string): string {
  return key.replace(/[^A-Za-z0-9_-]/g, '').slice(0, MAX_KEY) || '?';
}

/** The link itself, or undefined for anything but a plain one: a link is never repaired. */
export function plainUrl(url: string): string | undefined {
  return PLAIN_URL.test(url) ? url : undefined;
}

function cut(line: string, max: number): string {
  if (line.length <= max) return line;
  const kept = line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}
