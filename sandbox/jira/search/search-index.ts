/**
 * What the search sees. Jira's search is eventually consistent: every write, also a deletion and the write
 * of an entity property, becomes visible some time after it was answered.
 */
import type { Clock } from '../../clock';
import type { JqlIssue } from '../jql/types';
import type { Issue } from '../model/issue';
import type { Tables } from '../tables';
import { jqlIssueOf } from './jql-issue';

export interface IndexedIssue {
  readonly issue: Issue;
  readonly view: JqlIssue;
}

export interface SearchIndex {
  /** Notes a write; `undefined` is a deletion. */
  record(id: string, issue: Issue | undefined): void;
  /** What is visible at this moment of the site's clock. */
  visible(): ReadonlyMap<string, IndexedIssue>;
  /** Changes the lag, also of writes that still wait: none waits longer than the new lag from now. */
  setLag(ms: number): void;
}

interface Pending {
  readonly visibleAt: number;
  readonly id: string;
  readonly entry: IndexedIssue | undefined;
}

/**
 * Opens the index over stored issues. After a restart edits and deletions are visible at once; issues
 * created within the last `lagMs` stay invisible for the rest of it.
 */
export function openSearchIndex(tables: Tables, clock: Clock, lagMs: number): SearchIndex {
  const entries = new Map<string, IndexedIssue>();
  let pending: Pending[] = [];
  let lag = lagMs;
  for (const issue of tables.issues.values()) schedule(issue.id, issue, issue.created + lag);

  function schedule(id: string, issue: Issue | undefined, visibleAt: number): void {
    const entry = issue === undefined ? undefined : { issue, view: jqlIssueOf(tables, issue) };
    if (visibleAt <= clock.now() && pending.length === 0) setEntry(entries, id, entry);
    else pending.push({ visibleAt, id, entry });
  }

  return {
    record: (id, issue) => schedule(id, issue, clock.now() + lag),
    visible() {
      const now = clock.now();
      const due = pending.filter((write) => write.visibleAt <= now);
      for (const { id, entry } of due) setEntry(entries, id, entry);
      if (due.length > 0) pending = pending.filter((write) => write.visibleAt > now);
      return entries;
    },
    setLag(ms) {
      lag = ms;
      const latest = clock.now() + ms;
      pending = pending.map((write) => ({ ...write, visibleAt: Math.min(write.visibleAt, latest) }));
    },
  };
}

function setEntry(entries: Map<string, IndexedIssue>, id: string, entry: IndexedIssue | undefined): void {
  if (entry === undefined) entries.delete(id);
  else entries.set(id, entry);
}
