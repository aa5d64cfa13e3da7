import { useDeferredValue, useMemo } from 'react';
import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import type { TriageRow } from '../../../../../../src/contract';
import { usePageContext, useProjectKey } from '../../../bridge/use-page-context';
import { openInTab } from '../../../bridge/open';
import { useDraft } from '../../../data/use-draft';
import { projectTexts } from '../../../texts/project';
import { useNow } from '../../../components/use-now';
import { dayOf } from './day-of';
import { Pager } from './pager';
import { MOST_KEYS, searchJql, searchUrl } from './search-link';
import { TriageFilters } from './triage-filters';
import {
  countFilters,
  DEFAULT_ORDER,
  filterRows,
  NO_FILTER,
  type Order,
  sortRows,
  type TriageFilter,
} from './triage-rows';
import { TriageTable } from './triage-table';
import { useNames } from './use-names';

interface Props {
  readonly rows: readonly TriageRow[];
  readonly isLoading: boolean;
  readonly jql: string;
}

interface View {
  readonly filter: TriageFilter;
  readonly order: Order;
  /** From 0. */
  readonly page: number;
}

const FIRST_VIEW: View = { filter: NO_FILTER, order: DEFAULT_ORDER, page: 0 };
const ROWS = 50;

const { triage: words } = projectTexts;

/** The table with its filters; how it is filtered and sorted survives a reload. */
export function TriageList({ rows, isLoading, jql }: Props) {
  const { locale } = usePageContext();
  const { value: view, set } = useDraft(`triage:${useProjectKey()}`, FIRST_VIEW);
  const names = useNames(rows);
  const day = dayOf(new Date(useNow()));
  const filter = useDeferredValue(view.filter);
  const { order } = view;
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const shown = useMemo(
    () => sortRows(filterRows(rows, filter, names, day), order, names, collator),
    [rows, filter, names, day, order, collator],
  );
  const pages = Math.max(1, Math.ceil(shown.length / ROWS));
  const page = Math.min(view.page, pages - 1);
  return (
    <>
      <TriageFilters
        rows={rows}
        names={names}
        filter={view.filter}
        onChange={(next) => set({ ...view, filter: next, page: 0 })}
      />
      <div className="row row-apart">
        <div className="row" role="status">
          <span>{shownWords(shown.length, rows.length)}</span>
          {isLoading ? (
            <>
              <Spinner size="small" />
              <span className="subtle">{words.loadingMore}</span>
            </>
          ) : null}
        </div>
        <Search jql={jql} keys={countFilters(filter) > 0 ? shown.map(({ key }) => key) : undefined} />
      </div>
      {shown.length === 0 ? (
        <div className="row">
          <p>{words.noMatch}</p>
          <Button onClick={() => set({ ...view, filter: NO_FILTER, page: 0 })}>{words.clear}</Button>
        </div>
      ) : (
        <TriageTable
          rows={shown.slice(page * ROWS, (page + 1) * ROWS)}
          names={names}
          day={day}
          order={order}
          onOrder={(next) => set({ ...view, order: next, page: 0 })}
        />
      )}
      <Pager
        page={page}
        pages={pages}
        rows={shown.length}
        size={ROWS}
        onPage={(next) => set({ ...view, page: next })}
      />
    </>
  );
}

function shownWords(shown: number, all: number): string {
  return shown === all ? words.all({ count: all }) : words.shown({ shown, all });
}

/** @param keys those that the filters leave; undefined without a filter */
function Search({ jql, keys }: { readonly jql: string; readonly keys: readonly string[] | undefined }) {
  const { siteUrl } = usePageContext();
  const isAll = keys === undefined || keys.length === 0 || keys.length > MOST_KEYS;
  return (
    <Button onClick={() => openInTab(searchUrl(siteUrl, searchJql(jql, keys)))}>
      {isAll ? words.searchAll : words.search}
    </Button>
  );
}
