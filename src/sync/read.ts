import type { Book } from '../links/link-store';
import type { Review } from '../wellarchitected/model';
import { ownIssues } from './own-issues';
import type { SyncPorts, SyncRequest } from './ports';
import { readReview } from './read-review';
import { settle, type Settled } from './settle';

export interface Reading extends Settled {
  readonly review: Review;
  readonly book: Book;
}

/** Reads both sides whole. Any read that fails throws: an incomplete one would look like a deletion. */
export async function read(request: SyncRequest, ports: SyncPorts): Promise<Reading> {
  await ports.report({ step: 'reading', done: 0, total: 0 });
  const [review, known] = await Promise.all([
    readReview(ports.source, request.workloadArn),
    readIssues(request.workloadArn, ports),
  ]);
  return { review, book: known.book, ...(await settle(request, known.issues, ports)) };
}

/**
 * Three ways to an issue, because each alone misses some: the links (complete unless the store was lost),
 * the search index (lags), and the Sub-tasks of the Tasks found (never lag).
 */
async function readIssues(workloadArn: string, ports: SyncPorts) {
  const [book, indexed] = await Promise.all([ports.links.load(workloadArn), ports.jira.search(workloadArn)]);
  const seen = new Set([...[...book.links.values()].map(({ issueId }) => issueId), ...indexed]);
  const first = await ports.jira.fetch([...seen]);
  const unseen = first.flatMap(({ subtasks }) => subtasks.map(({ id }) => id)).filter((id) => !seen.has(id));
  const second = unseen.length === 0 ? [] : await ports.jira.fetch([...new Set(unseen)]);
  return { book, issues: ownIssues([...first, ...second], workloadArn) };
}
