/** The way from the table to Jira's search. Pure. */

/** A search by keys stays readable, and its address short, up to so many. */
export const MOST_KEYS = 50;

/**
 * What Jira's search shows: the issues that a filter leaves, or, where those are too many to name, all of them.
 *
 * @param shown keys that the filter leaves; undefined without a filter
 */
export function searchJql(jql: string, shown: readonly string[] | undefined): string {
  return shown && shown.length > 0 && shown.length <= MOST_KEYS ? `key in (${shown.join(', ')})` : jql;
}

/** @param siteUrl without a trailing slash */
export function searchUrl(siteUrl: string, jql: string): string {
  return `${siteUrl}/issues/?jql=${encodeURIComponent(jql)}`;
}
