import { JqlError, UnservedJql } from './jql-error';

/** A run of words that must follow one another; a single word is a run of one. */
type Phrase = readonly ((word: string) => boolean)[];

const WORD = /[\p{L}\p{N}_]+/gu;
/** Parts of Jira's text syntax that the local site does not search by: refused, never ignored. */
const UNSUPPORTED = /(^|\s)(AND|OR|NOT|\+\S|-\S|!\S)|[~^:{}[\]()\\]|&&|\|\|/;

/**
 * Compiles the right side of `~`: every word must occur, in any order and case; "..." is a phrase; `*` and `?`
 * stand for letters. Words are whole words: Jira's stemming ("test" finds "testing") is not imitated.
 * https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field/
 */
export function compileTextQuery(query: string, field: string): (text: string) => boolean {
  if (query.trim() === '') {
    throw new JqlError(`The field '${field}' does not support searching for an empty string.`);
  }
  if (/^[*?]/.test(query)) {
    throw new JqlError(
      `The text query '${query}' for field '${field}' is not allowed to start with '${query[0] ?? ''}'.`,
    );
  }
  const phrases = parsePhrases(query);
  if (!phrases) throw new JqlError(`Unable to parse the text '${query}' for field '${field}'.`);
  return (text) => {
    const words = wordsOf(text);
    return phrases.every((phrase) => contains(words, phrase));
  };
}

function parsePhrases(query: string): Phrase[] | undefined {
  const parts = query.split('"');
  if (parts.length % 2 === 0) return undefined;
  const quoted = parts.filter((_, index) => index % 2 === 1).map((part) => wordsOf(part).map(exactly));
  const plain = parts.filter((_, index) => index % 2 === 0).join(' ');
  if (UNSUPPORTED.test(plain)) throw new UnservedJql(`the text syntax of '${query}'`);
  const phrases = [...quoted, ...plain.split(/\s+/).map(termPhrase)].filter((phrase) => phrase.length > 0);
  return phrases.length > 0 ? phrases : undefined;
}

/** `well-architected` is two words in a row. */
function termPhrase(term: string): Phrase {
  return (term.match(/[\p{L}\p{N}_*?]+/gu) ?? []).map((word) =>
    /[*?]/.test(word) ? wildcard(word) : exactly(word),
  );
}

function exactly(word: string): (candidate: string) => boolean {
  const wanted = word.toLowerCase();
  return (candidate) => candidate === wanted;
}

function wildcard(word: string): (candidate: string) => boolean {
  const pattern = new RegExp(`^${word.toLowerCase().replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
  return (candidate) => pattern.test(candidate);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function contains(words: readonly string[], phrase: Phrase): boolean {
  return words.some((_, start) => phrase.every((test, offset) => test(words[start + offset] ?? '')));
}
