/** Marks on English letters. Pure. */

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MARKED = 'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž';

/** The same text with a mark on every English letter. */
export function mark(text: string): string {
  return text.replace(/[A-Za-z]/gu, (letter) => MARKED.charAt(PLAIN.indexOf(letter)));
}

/** The same ICU message with marks on its text. Braces take turns: they open text in an argument, an argument in text. */
export function markMessage(source: string): string {
  return source
    .split(/([{}])/u)
    .map((part, nth) => (nth % 4 === 0 ? mark(part) : part))
    .join('');
}
