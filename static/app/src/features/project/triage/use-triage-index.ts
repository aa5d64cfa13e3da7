import { useMemo } from 'react';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { TriageIndex, UnreadableRecord } from '../../../../../../src/contract';
import type { CallFailure } from '../../../bridge/call-failure';
import { call } from '../../../bridge/invoke';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useWholeList } from '../../../data/use-whole-list';
import { type Practice, practicesOf } from './practices';

export interface StoredPractices {
  readonly practices: readonly Practice[];
  /** When they were answered: another list has another one. */
  readonly at: number;
  readonly isComplete: boolean;
  readonly failure: CallFailure | undefined;
  readonly tryAgain: () => void;
  /** Finds the same issues in Jira's search; empty until the first page is there. */
  readonly jql: string;
  readonly unreadable: readonly UnreadableRecord[] | undefined;
}

/** What the app has stored of the project's open best practices, kept while the page is open. */
export function useTriageIndex(): StoredPractices {
  const projectKey = useProjectKey();
  const query = useInfiniteQuery<
    TriageIndex,
    CallFailure,
    InfiniteData<TriageIndex>,
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
  const unreadable = pages.flatMap((page) => page.unreadable ?? []);
  return {
    practices: useMemo(() => practicesOf(pages), [pages]),
    at: query.dataUpdatedAt,
    ...{ isComplete, failure, tryAgain: goOn },
    jql: pages[0]?.jql ?? '',
    unreadable: unreadable.length > 0 ? unreadable : undefined,
  };
}
