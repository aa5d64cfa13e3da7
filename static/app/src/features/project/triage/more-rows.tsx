import { useEffect, useRef } from 'react';
import Button from '@atlaskit/button/new';
import { Failure } from '../../../components/failure';
import { projectTexts } from '../../../texts/project';
import type { ShownRows } from './use-triage-rows';

interface Props {
  readonly shown: ShownRows;
}

/** So near the end of the table the next rows are asked for. Another origin's frame measures without it. */
const NEAR = '800px';

const { triage: words } = projectTexts;

/**
 * The next hundred rows, once somebody comes near the end of the table; the button does the same. Each hundred costs
 * points of Jira's: after a page without a row nothing more is asked for before a click.
 */
export function MoreRows({ shown }: Props) {
  const { hasMore, isFetching, isFruitful, failure, more, startOver } = shown;
  const ref = useRef<HTMLDivElement>(null);
  const isDue = hasMore && isFruitful && !isFetching && failure === undefined;
  const go = useRef(more);
  useEffect(() => {
    go.current = more;
  });
  useEffect(() => {
    const element = ref.current;
    if (!isDue || !element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) go.current();
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isDue]);
  if (failure) {
    // A list that reads otherwise by now is asked for from the beginning.
    const again = failure.code === 'invalid' ? startOver : more;
    return <Failure failure={failure} title={words.moreFailed} onRetry={again} />;
  }
  if (!hasMore) return null;
  return (
    <div ref={ref}>
      <Button isLoading={isFetching} onClick={more}>
        {words.more}
      </Button>
    </div>
  );
}
