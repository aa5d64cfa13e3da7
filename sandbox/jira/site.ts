import type { Clock } from '../clock';
import type { Store } from '../store/store';
import { createEvents, type Events } from './events';
import { type IssueTable, openIssues } from './issues/issue-table';
import type { PropertyAlias } from './jql/types';
import { type SearchIndex, openSearchIndex } from './search/search-index';
import { type Tables, openTables } from './tables';

/** What every operation works on. */
export interface Site {
  readonly clock: Clock;
  /** Where the site answers, without a trailing slash; `self` links start with it. */
  readonly baseUrl: string;
  readonly propertyIndex: readonly PropertyAlias[];
  readonly tables: Tables;
  readonly issues: IssueTable;
  readonly index: SearchIndex;
  readonly events: Events;
  readonly commit: () => void;
}

export interface SiteOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly baseUrl: string;
  /** How long after a write the search sees it, in ms of the site's clock. */
  readonly indexLagMs?: number;
  /** Entity properties that the app's manifest has indexed for JQL. */
  readonly propertyIndex?: readonly PropertyAlias[];
}

export function openSite(options: SiteOptions): Site {
  const tables = openTables(options.store);
  const issues = openIssues(tables);
  return {
    clock: options.clock,
    baseUrl: options.baseUrl.replace(/\/$/, ''),
    propertyIndex: options.propertyIndex ?? [],
    tables,
    issues,
    index: openSearchIndex(tables, options.clock, options.indexLagMs ?? 0),
    events: createEvents(),
    commit: () => options.store.commit(),
  };
}

/** The URL of a REST resource, as Jira puts it into `self`. */
export function selfUrl(site: Site, path: string): string {
  return `${site.baseUrl}/rest/api/3/${path}`;
}
