import { lazy, type ReactNode, Suspense } from 'react';
import type { UnreadableRecord } from '../../../../src/contract';

const UnreadableList = lazy(async () => ({ default: (await import('./unreadable-list')).UnreadableList }));

interface Props {
  /** What an answer lacks; absent: nothing. */
  readonly records: readonly UnreadableRecord[] | undefined;
  /** What mends a record here, for who may. */
  readonly mendOf?: (id: string) => ReactNode;
  readonly title?: string;
  /** What follows for the page. */
  readonly hint?: string;
}

/** Stored records that an answer lacks. What draws them is loaded where there are some. */
export function Unreadable({ records = [], ...props }: Props) {
  if (records.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <UnreadableList records={records} {...props} />
    </Suspense>
  );
}
