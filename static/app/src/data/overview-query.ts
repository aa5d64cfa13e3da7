import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CallFailure } from '../bridge/call-failure';
import type { Result } from '../bridge/calls';
import { call } from '../bridge/invoke';

type OverviewPage = Result<'workload.overview'>;

/** The linked workloads of a project with what is stored of them, a page at a time. */
export function overviewQuery(projectKey: string) {
  return infiniteQueryOptions<
    OverviewPage,
    CallFailure,
    { pages: OverviewPage[]; pageParams: unknown[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: ['workload.overview', { projectKey }],
    queryFn: ({ pageParam: cursor }) =>
      call('workload.overview', { projectKey, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });
}
