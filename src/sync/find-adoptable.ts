/** Issues that an earlier installation of the app may have made, where the store knows none of the workload. */
import type { ClaimsPage, Jira } from '../jira/jira';
import type { AnyIssue, Claims } from '../jira/model';
import { mayBeEarlierApp } from './whose-issues';

/** Each page that people filled names at least one of them, and is not asked for again. */
const MAX_PAGES = 10;

/**
 * Reads those that another app account made, or nobody that Jira still knows. What people made is passed over,
 * however much it is: by the first people that made any.
 *
 * @param first what others made
 */
export async function findAdoptable(
  where: Omit<Claims, 'creators'>,
  account: string,
  first: ClaimsPage,
  jira: Pick<Jira, 'fetch' | 'searchOthers' | 'showOthers'>,
): Promise<readonly AnyIssue[]> {
  const creators = new Set([account]);
  for (let page = first, pages = 1; ; pages++) {
    const known = creators.size;
    for (const { creator } of page.claims)
      if (creator && !mayBeEarlierApp(creator, account)) creators.add(creator.accountId);
    const isAllPeople = page.claims.every(({ creator }) => !mayBeEarlierApp(creator, account));
    if (!page.more && isAllPeople) return [];
    if (!page.more || creators.size === known || pages === MAX_PAGES) break;
    page = await jira.showOthers({ ...where, creators: [...creators] });
  }
  return jira.fetch(await jira.searchOthers({ ...where, creators: [...creators] }));
}
