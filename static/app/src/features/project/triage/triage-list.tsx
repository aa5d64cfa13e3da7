import { useDeferredValue, useMemo } from 'react';
import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import { usePageContext, useProjectKey } from '../../../bridge/use-page-context';
import { openInTab } from '../../../bridge/open';
import { useDraft } from '../../../data/use-draft';
import { projectTexts } from '../../../texts/project';
import { useNow } from '../../../components/use-now';
import { Waiting } from '../../../components/waiting';
import { dayOf } from './day-of';
import { ExportAll } from './export-all';
import { MoreRows } from './more-rows';
import { MOST_KEYS, searchJql, searchUrl } from './search-link';
import { TriageFilters } from './triage-filters';
import {
  countFilters,
  DEFAULT_ORDER,
  filterPractices,
  NO_FILTER,
  type Order,
  searchOf,
  sortPractices,
  type TriageFilter,
} from './triage-rows';
import { TriageTable } from './triage-table';
import type { StoredPractices } from './use-triage-index';
import { type ShownRows, useTriageRows } from './use-triage-rows';

interface Props {
  readonly stored: StoredPractices;
}

interface View {
  readonly filter: TriageFilter;
  readonly order: Order;
}

const FIRST_VIEW: View = { filter: NO_FILTER, order: DEFAULT_ORDER };

const { triage: words } = projectTexts;

/** The table with its filters; how it is filtered and sorted survives a reload. */
export function TriageList({ stored: { practices, at, isComplete, failure, jql } }: Props) {
  const { locale } = usePageContext();
  const { value: view, set } = useDraft(`triage:${useProjectKey()}`, FIRST_VIEW);
  const filter = useDeferredValue(view.filter);
  const { order } = view;
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const sorted = useMemo(
    () => sortPractices(filterPractices(practices, filter), order, collator),
    [practices, filter, order, collator],
  );
  const search = useMemo(() => searchOf(filter, order), [filter, order]);
  const list = `${at} ${JSON.stringify([filter, order])}`;
  const shown = useTriageRows({ shown: sorted, list, search, isReady: isComplete || failure !== undefined });
  const setFilter = (next: TriageFilter) => set({ ...view, filter: next });
  return (
    <>
      <TriageFilters practices={practices} rows={shown.rows} filter={view.filter} onChange={setFilter} />
      <div className="row row-apart">
        <div className="row" role="status">
          <span>{countWords({ practices, sorted, shown, isSearch: search !== undefined })}</span>
          {isComplete || failure ? null : (
            <>
              <Spinner size="small" />
              <span className="subtle">{words.loadingMore}</span>
            </>
          )}
        </div>
        <div className="row">
          <ExportAll practices={sorted} filter={filter} />
          <Search jql={jql} rows={countFilters(filter) > 0 && !shown.hasMore ? shown.rows : []} />
        </div>
      </div>
      <Rows shown={shown} order={order} onOrder={(next) => set({ ...view, order: next })} />
      {shown.rows.length === 0 && !shown.hasMore && !shown.isPending && !shown.failure ? (
        <div className="row">
          <p>{words.noMatch}</p>
          <Button onClick={() => setFilter(NO_FILTER)}>{words.clear}</Button>
        </div>
      ) : null}
    </>
  );
}

interface RowsProps {
  readonly shown: ShownRows;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

function Rows({ shown, order, onOrder }: RowsProps) {
  const day = dayOf(new Date(useNow()));
  return (
    <>
      {shown.isPending && !shown.failure ? <Waiting label={words.loading} /> : null}
      {shown.rows.length > 0 ? (
        <TriageTable rows={shown.rows} day={day} order={order} onOrder={onOrder} />
      ) : null}
      <MoreRows shown={shown} />
    </>
  );
}

interface Counted {
  readonly practices: readonly unknown[];
  readonly sorted: readonly unknown[];
  readonly shown: ShownRows;
  readonly isSearch: boolean;
}

/** How many there are; where Jira filters, how many it has found by now. */
function countWords({ practices: { length: all }, sorted, shown, isSearch }: Counted): string {
  if (isSearch) return words[shown.hasMore ? 'foundSoFar' : 'found']({ count: shown.rows.length, all });
  return sorted.length === all ? words.all({ count: all }) : words.shown({ shown: sorted.length, all });
}

/** @param rows all that the filters leave; none without a filter, and where more are to come */
function Search({ jql, rows }: { readonly jql: string; readonly rows: ShownRows['rows'] }) {
  const { siteUrl } = usePageContext();
  const keys = rows.map(({ issue }) => issue.key);
  const isAll = keys.length === 0 || keys.length > MOST_KEYS;
  return (
    <Button onClick={() => openInTab(searchUrl(siteUrl, searchJql(jql, keys)))}>
      {isAll ? words.searchAll : words.search}
    </Button>
  );
}
