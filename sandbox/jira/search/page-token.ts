/** The opaque token of a search's next page: where it starts, and the query that it belongs to. */
import { createHash } from 'node:crypto';
import { refusal } from '../refusal';

export function writePageToken(offset: number, jql: string): string {
  return Buffer.from(`${offset}:${digest(jql)}`).toString('base64url');
}

/** Where the page starts; 0 without a token. @throws Refusal 400 for a token of another query */
export function readPageToken(token: string | undefined, jql: string): number {
  if (token === undefined || token === '') return 0;
  const [offset, query] = Buffer.from(token, 'base64url').toString('utf8').split(':');
  if (offset === undefined || !/^\d+$/.test(offset) || query !== digest(jql)) {
    throw refusal(400, 'The provided next page token is invalid or belongs to another query.');
  }
  return Number(offset);
}

function digest(jql: string): string {
  return createHash('sha256').update(jql).digest('hex').slice(0, 16);
}
