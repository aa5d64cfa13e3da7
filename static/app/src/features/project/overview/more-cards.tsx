import { useEffect, useRef } from 'react';
import Button from '@atlaskit/button/new';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { CallFailure } from '../../../bridge/call-failure';
import { Failure } from '../../../components/failure';
import { projectTexts } from '../../../texts/project';
import type { OverviewPages } from './cards-of';

interface Props {
  readonly query: UseInfiniteQueryResult<InfiniteData<OverviewPages[number]>, CallFailure>;
}

/** So near the end of the list the next page is asked for. Another origin's frame measures without it. */
const NEAR = '800px';

const { moreFailed, moreWorkloads } = projectTexts;

/** The next page of cards, once somebody comes near the end of the list; the button does the same. */
export function MoreCards({ query: { error, hasNextPage, isFetching, fetchNextPage } }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const isDue = hasNextPage && !isFetching && error === null;
  const go = () => void fetchNextPage({ cancelRefetch: false });
  useEffect(() => {
    const element = ref.current;
    if (!isDue || !element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting))
          void fetchNextPage({ cancelRefetch: false });
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isDue, fetchNextPage]);
  if (error) return <Failure failure={error} title={moreFailed} onRetry={go} />;
  if (!hasNextPage) return null;
  return (
    <div ref={ref}>
      <Button isLoading={isFetching} onClick={go}>
        {moreWorkloads}
      </Button>
    </div>
  );
}
