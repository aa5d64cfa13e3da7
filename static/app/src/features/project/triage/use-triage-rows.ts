import { useMemo } from 'react';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { TriagePage, TriageRow } from '../../../../../../src/contract';
import type { CallFailure } from '../../../bridge/call-failure';
import { call } from '../../../bridge/invoke';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useWholeList } from '../../../data/use-whole-list';

export interface TriageRows {
  readonly rows: readonly TriageRow[];
  readonly isComplete: boolean;
  readonly failure: CallFailure | undefined;
  /** Goes on; where the cursor is not known any more, from the beginning. */
  readonly tryAgain: () => void;
  /** Finds the same issues in Jira's search; empty until the first page is there. */
  readonly jql: string;
}

/** The project's open best practices, kept while the page is open and asked for anew after a sync. */
export function useTriageRows(): TriageRows {
  const projectKey = useProjectKey();
  const query = useInfiniteQuery<
    TriagePage,
    CallFailure,
    InfiniteData<TriagePage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: ['triage.list', { projectKey }],
    queryFn: ({ pageParam: cursor }) =>
      call('triage.list', { projectKey, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });
  const { pages, isComplete, failure, goOn } = useWholeList(query);
  return {
    rows: useMemo(() => pages.flatMap(({ rows }) => rows), [pages]),
    isComplete,
    failure,
    tryAgain: failure?.code === 'invalid' ? () => void query.refetch() : goOn,
    jql: pages.at(-1)?.jql ?? '',
  };
}
