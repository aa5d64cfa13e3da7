import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CallFailure } from '../bridge/call-failure';
import type { Result } from '../bridge/calls';
import { call } from '../bridge/invoke';
import { client } from './answers';

type SiteLinksPage = Result<'siteWorkload.list'>;

/** Every link of the site, a page at a time. Asked for anew whenever the list is opened. */
export const siteLinksQuery = infiniteQueryOptions<
  SiteLinksPage,
  CallFailure,
  { pages: SiteLinksPage[]; pageParams: unknown[] },
  readonly unknown[],
  string | undefined
>({
  queryKey: ['siteWorkload.list', {}],
  queryFn: ({ pageParam: cursor }) => call('siteWorkload.list', cursor === undefined ? {} : { cursor }),
  initialPageParam: undefined,
  getNextPageParam: ({ cursor }) => cursor,
  gcTime: 0,
});

/** Takes a link that was ended out of the list; the other pages need not be asked for again. */
export function forgetSiteLink(workloadArn: string): void {
  client.setQueryData(siteLinksQuery.queryKey, (known) =>
    known === undefined
      ? known
      : {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            workloads: page.workloads.filter((link) => link.workloadArn !== workloadArn),
          })),
        },
  );
}
