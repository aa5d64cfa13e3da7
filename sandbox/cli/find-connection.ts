/** Finds the site's connection to an AWS account among all connections, page by page. */
import { pagesOf } from './pages-of';

export interface Listed {
  readonly name: string;
  readonly owner: { readonly kind: 'site' | 'project' };
  /** 12 digits; absent while no role is entered. */
  readonly account?: string;
}

export interface Page<T> {
  readonly connections: readonly T[];
  /** Absent: the last page. */
  readonly cursor?: string;
}

/**
 * The one to the account, or else the one that is called so and has no role yet. Those of projects are not the site's to
 * go on with, also to the same account.
 *
 * @param page asks for a page of `connection.list`
 */
export async function findSiteConnection<T extends Listed>(
  { account, name }: { readonly account: string; readonly name: string },
  page: (asked: { readonly cursor?: string }) => Promise<Page<T>>,
): Promise<T | undefined> {
  let named: T | undefined;
  for await (const { connections } of pagesOf(page)) {
    const ofSite = connections.filter(({ owner }) => owner.kind === 'site');
    const found = ofSite.find((each) => each.account === account);
    if (found) return found;
    named ??= ofSite.find((each) => each.account === undefined && each.name === name);
  }
  return named;
}
