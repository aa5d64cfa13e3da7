/** Pages of a list. A token is opaque, and good only for the list it came from. */
import { hexId } from '../ids';
import { fieldError } from './errors';

export interface Page<T> {
  readonly items: readonly T[];
  readonly NextToken?: string;
}

/**
 * @param list names the list with everything that filters it
 * @throws AwsError ValidationException for a token that is not of this list.
 */
export function pageOf<T>(
  items: readonly T[],
  list: readonly (string | number | undefined)[],
  request: { readonly NextToken?: string | undefined; readonly MaxResults?: number | undefined },
  defaultSize: number,
): Page<T> {
  const name = hexId(JSON.stringify(list)).slice(0, 12);
  const start = request.NextToken === undefined ? 0 : startOf(request.NextToken, name);
  const end = start + (request.MaxResults ?? defaultSize);
  const page = items.slice(start, end);
  return end < items.length ? { items: page, NextToken: tokenOf(name, end) } : { items: page };
}

function tokenOf(name: string, start: number): string {
  return Buffer.from(`${name}:${start}`).toString('base64url');
}

function startOf(token: string, name: string): number {
  const [, list, start] = /^(\w+):(\d+)$/u.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (list === name && start !== undefined) return Number(start);
  throw fieldError({ Name: 'NextToken', Message: 'is not a token of this list' });
}
