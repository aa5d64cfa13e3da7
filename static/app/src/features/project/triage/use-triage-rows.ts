/** The rows of the table, a hundred at a time, with what Jira tells the reader of them. */
import { useMemo } from 'react';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { TriageRow, TriageSearch } from '../../../../../../src/contract';
import type { CallFailure } from '../../../bridge/call-failure';
import { call } from '../../../bridge/invoke';
import { useProjectKey } from '../../../bridge/use-page-context';
import type { Practice, ShownRow } from './practices';

export interface ShownRows {
  readonly rows: readonly ShownRow[];
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly hasMore: boolean;
  /** The page that came last had rows: the next one may be asked for without a click. */
  readonly isFruitful: boolean;
  readonly failure: CallFailure | undefined;
  readonly more: () => void;
  readonly startOver: () => void;
}

/** Rows of a page: as many as a search of Jira answers, and no more than a reader scrolls through at once. */
export const PAGE = 100;

interface Page {
  readonly rows: readonly TriageRow[];
  readonly next?: string;
}

interface Asked {
  /** In the order in which they are shown, where Jira is not asked to sort. */
  readonly shown: readonly Practice[];
  /** Names the list: rows of another one are other rows. */
  readonly list: string;
  readonly search: TriageSearch | undefined;
  /** All of them are there. */
  readonly isReady: boolean;
}

export function useTriageRows({ shown, list, search, isReady }: Asked): ShownRows {
  const projectKey = useProjectKey();
  const query = useInfiniteQuery<
    Page,
    CallFailure,
    InfiniteData<Page>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [search ? 'triage.search' : 'triage.rows', { projectKey, list, search }],
    queryFn: ({ pageParam: cursor }) =>
      search ? found(projectKey, search, cursor) : read(projectKey, shown, Number(cursor ?? 0)),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    enabled: isReady && (search !== undefined || shown.length > 0),
  });
  const { data, error, hasNextPage, isFetching, isPending, fetchNextPage, refetch } = query;
  const rows = useMemo(() => joined(data?.pages ?? [], shown), [data, shown]);
  const last = useMemo(() => joined(data?.pages.slice(-1) ?? [], shown), [data, shown]);
  return {
    ...{ rows, isFetching, hasMore: hasNextPage, isFruitful: last.length > 0 },
    isPending: isPending && shown.length > 0,
    failure: error ?? undefined,
    more: () => void (data === undefined ? refetch() : fetchNextPage({ cancelRefetch: false })),
    startOver: () => void refetch(),
  };
}

async function read(projectKey: string, shown: readonly Practice[], from: number): Promise<Page> {
  const part = shown.slice(from, from + PAGE);
  const { rows } = await call('triage.rows', { projectKey, issueIds: part.map(({ id }) => id) });
  const places = new Map(part.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: TriageRow) => places.get(id) ?? PAGE;
  const next = from + PAGE;
  return {
    rows: [...rows].sort((a, b) => placeOf(a) - placeOf(b)),
    ...(next < shown.length ? { next: String(next) } : {}),
  };
}

async function found(projectKey: string, search: TriageSearch, cursor: string | undefined): Promise<Page> {
  const at = cursor === undefined ? {} : { cursor };
  const { rows, cursor: next } = await call('triage.search', { projectKey, search, ...at });
  return { rows, ...(next === undefined ? {} : { next }) };
}

/** What Jira shows of them, in its order, each once. */
function joined(pages: readonly Page[], shown: readonly Practice[]): readonly ShownRow[] {
  const practices = new Map(shown.map((practice) => [practice.id, practice]));
  const rows = new Map(pages.flatMap((page) => page.rows.map((row) => [row.id, row] as const)));
  return [...rows.values()].flatMap((issue) => {
    const practice = practices.get(issue.id);
    return practice ? [{ practice, issue }] : [];
  });
}
