/** Jira's pages with an offset. */
import type { Call } from '../operation';
import { integerAt } from '../query';

export interface Page<T> {
  readonly startAt: number;
  readonly maxResults: number;
  readonly total: number;
  readonly values: readonly T[];
  readonly isLast: boolean;
}

/**
 * The page that `startAt` and `maxResults` ask for. Asking for more than the limit gives the limit.
 *
 * @throws Refusal 400 for anything that is not a whole number
 */
export function pageOf<T>(call: Call, all: readonly T[], byDefault: number, limit: number): Page<T> {
  const startAt = Math.max(0, integerAt(call.query, 'startAt', 0));
  const maxResults = Math.min(Math.max(0, integerAt(call.query, 'maxResults', byDefault)), limit);
  const values = all.slice(startAt, startAt + maxResults);
  return { startAt, maxResults, total: all.length, values, isLast: startAt + maxResults >= all.length };
}

/** The page with the links that the document's PageBean types carry. */
export function pageBean<T>(
  call: Call,
  all: readonly T[],
  byDefault: number,
  limit: number,
): Page<T> & { self: string; nextPage?: string } {
  const page = pageOf(call, all, byDefault, limit);
  const { startAt, maxResults, isLast } = page;
  const self = pageUrl(call, startAt, maxResults);
  return isLast
    ? { self, ...page }
    : { self, nextPage: pageUrl(call, startAt + maxResults, maxResults), ...page };
}

function pageUrl(call: Call, startAt: number, maxResults: number): string {
  const query = new URLSearchParams(call.query);
  query.set('startAt', String(startAt));
  query.set('maxResults', String(maxResults));
  return `${call.site.baseUrl}${call.pathname}?${query.toString()}`;
}
