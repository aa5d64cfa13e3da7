/** Issues that an earlier installation of the app may have made, where the store knows none of the workload. */
import type { Jira } from '../jira/jira';
import type { AnyIssue, Claim, Claims } from '../jira/model';
import { mayBeEarlierApp } from './whose-issues';

/** Each page that people filled names at least one of them, and is not asked for again. */
const MAX_PAGES = 10;

/**
 * Reads those that another app account made, or nobody that Jira still knows. What people made is not read,
 * however much it is.
 *
 * @param first what others made, from the oldest on
 */
export async function findAdoptable(
  where: Omit<Claims, 'creators'>,
  account: string,
  first: { readonly claims: readonly Claim[]; readonly more: boolean },
  jira: Pick<Jira, 'fetch' | 'search' | 'searchOthers'>,
): Promise<readonly AnyIssue[]> {
  const earlier = new Set<string | undefined>();
  const seen = new Set<string | undefined>([account]);
  let page = first;
  for (let pages = 1; ; pages++) {
    for (const { creator } of page.claims) {
      seen.add(creator?.accountId);
      if (mayBeEarlierApp(creator, account)) earlier.add(creator?.accountId);
    }
    if (!page.more || pages === MAX_PAGES) break;
    page = await jira.searchOthers({ ...where, creators: [...seen] });
  }
  if (earlier.size === 0) return [];
  return jira.fetch(await jira.search({ ...where, creators: [...earlier] }));
}
