import { useMemo } from 'react';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { PlannedChange, PlanPage } from '../../../../../../src/contract';
import type { CallFailure } from '../../../bridge/call-failure';
import { call } from '../../../bridge/invoke';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useWholeList, type WholeList } from '../../../data/use-whole-list';

export interface LoadedPlan extends Omit<WholeList<PlanPage>, 'pages'> {
  readonly changes: readonly PlannedChange[];
}

/** The plan of a run. A plan never changes, so each is loaded once. */
export function usePlan(runId: string): LoadedPlan {
  const projectKey = useProjectKey();
  const query = useInfiniteQuery<PlanPage, CallFailure, InfiniteData<PlanPage>, readonly unknown[], number>({
    queryKey: ['sync.plan', { projectKey, runId }],
    queryFn: ({ pageParam: page }) => call('sync.plan', { projectKey, runId, page }),
    initialPageParam: 0,
    getNextPageParam: ({ pages }, loaded) => (loaded.length < pages ? loaded.length : undefined),
  });
  const { pages, ...list } = useWholeList(query);
  return { ...list, changes: useMemo(() => pages.flatMap(({ changes }) => changes), [pages]) };
}
