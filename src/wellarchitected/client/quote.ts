import type { Quote } from '../../reason';
import { safeLine } from '../parse/text';

const QUOTE_LIMIT = 300;

/** AWS's own words, on one line and short, without anything that has the form of a key or a token. */
export function quote(text: string): string {
  const line = safeLine(text)
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{8,}/g, '…')
    .replace(/[A-Za-z0-9+/=_-]{100,}/g, '…')
    .replace(/[A-Za-z0-9+=_-]{40,}/g, '…');
  return line.length > QUOTE_LIMIT ? `${line.slice(0, QUOTE_LIMIT)}…` : line;
}

/** The same as a param of a reason. */
export function quoted(text: string): Quote {
  return { quote: quote(text), by: 'aws' };
}
