/** The project's open best practices, loaded page by page and kept while the page is open. */
import type { TriageRow } from '../../../../../../src/contract';
import { call } from '../../../bridge/invoke';
import { createPagedStore, type PagedStore } from '../../../data/paged';
import { onSyncEnd } from '../../runs/run-ends';

export interface TriageStore {
  readonly rows: PagedStore<TriageRow>;
  /** Finds the same issues in Jira's search; empty until the first page is there. */
  readonly jql: () => string;
}

const stores = new Map<string, TriageStore>();

export function triageStore(projectKey: string): TriageStore {
  const known = stores.get(projectKey);
  if (known) return known;
  const made = createTriageStore(projectKey);
  stores.set(projectKey, made);
  return made;
}

/** After a sync the list is another one; nothing is asked where nobody has looked at it. */
onSyncEnd((projectKey) => stores.get(projectKey)?.rows.restart());

function createTriageStore(projectKey: string): TriageStore {
  let jql = '';
  const rows = createPagedStore<TriageRow>(async (cursor) => {
    const page = await call('triage.list', { projectKey, ...(cursor === undefined ? {} : { cursor }) });
    jql = page.jql;
    return { items: page.rows, ...(page.cursor === undefined ? {} : { next: page.cursor }) };
  });
  return { rows, jql: () => jql };
}
