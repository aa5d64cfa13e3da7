/** Plans of runs, loaded page by page; a plan never changes, so each is loaded once. */
import type { PlannedChange } from '../../../../../../src/contract';
import { call } from '../../../bridge/invoke';
import { createPagedStore, type PagedStore } from '../../../data/paged';

const stores = new Map<string, PagedStore<PlannedChange>>();

export function planStore(projectKey: string, runId: string): PagedStore<PlannedChange> {
  const known = stores.get(runId);
  if (known) return known;
  const made = createPagedStore<PlannedChange>(async (cursor) => {
    const page = Number(cursor ?? 0);
    const { changes, pages } = await call('sync.plan', { projectKey, runId, page });
    return { items: changes, ...(page + 1 < pages ? { next: String(page + 1) } : {}) };
  });
  stores.set(runId, made);
  return made;
}
