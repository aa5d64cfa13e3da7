/** A list that a resolver answers page by page: loaded one page after another, shown from the first on. */
import { useEffect } from 'react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { CallFailure } from '../bridge/call-failure';

export interface WholeList<P> {
  readonly pages: readonly P[];
  readonly isComplete: boolean;
  /** Why no more pages come. */
  readonly failure: CallFailure | undefined;
  /** Goes on after a failure. */
  readonly goOn: () => void;
}

const NOTHING: readonly never[] = [];

/** Asks for the next page as soon as the one before is there. */
export function useWholeList<P>(query: UseInfiniteQueryResult<InfiniteData<P>, CallFailure>): WholeList<P> {
  const { data, error, hasNextPage, isFetching, isSuccess, fetchNextPage, refetch } = query;
  const isNextDue = isSuccess && hasNextPage && !isFetching;
  useEffect(() => {
    if (isNextDue) void fetchNextPage({ cancelRefetch: false });
  }, [isNextDue, fetchNextPage]);
  return {
    pages: data?.pages ?? NOTHING,
    isComplete: isSuccess && !hasNextPage,
    failure: error ?? undefined,
    goOn: () => void (data === undefined ? refetch() : fetchNextPage()),
  };
}
