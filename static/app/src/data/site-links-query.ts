import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CallFailure } from '../bridge/call-failure';
import type { Result } from '../bridge/calls';
import { call } from '../bridge/invoke';
import { client } from './answers';

type SiteLinksPage = Result<'siteWorkload.list'>;

interface SiteLinksPages {
  readonly pages: SiteLinksPage[];
  readonly pageParams: unknown[];
}

const NAME = 'siteWorkload.list';

/** Every link of the site, a page at a time, or that of one workload. Asked for anew whenever the list is opened. */
export function siteLinksQuery(workloadArn: string | undefined) {
  const which = workloadArn === undefined ? {} : { workloadArn };
  return infiniteQueryOptions<
    SiteLinksPage,
    CallFailure,
    SiteLinksPages,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [NAME, which],
    queryFn: ({ pageParam: cursor }) => call(NAME, cursor === undefined ? which : { cursor }),
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
    gcTime: 0,
  });
}

/** Takes a link that was ended out of the list; the other pages need not be asked for again. */
export function forgetSiteLink(workloadArn: string): void {
  client.setQueriesData<SiteLinksPages>({ queryKey: [NAME] }, (known) =>
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
