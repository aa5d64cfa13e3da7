import type { WorkloadLinks } from '../links/link-store';
import type { Review } from '../wellarchitected/model';
import { linkedFirst, type Sorted } from './linked-first';
import { ownIssues } from './own-issues';
import type { SyncPorts, SyncRequest } from './ports';
import { readReview } from './read-review';
import { findLostCreates, type CreateFindings } from './lost-creates';

export interface Reading extends CreateFindings, Sorted {
  readonly review: Review;
  readonly workloadLinks: WorkloadLinks;
}

/** Reads both sides whole. Any read that fails throws: an incomplete one would look like a deletion. */
export async function read(request: SyncRequest, ports: SyncPorts): Promise<Reading> {
  await ports.report({ step: 'reading', done: 0, total: 0 });
  const [review, known] = await Promise.all([
    readReview(ports.source, request.workloadArn),
    readIssues(request.workloadArn, ports),
  ]);
  const { workloadLinks } = known;
  const found = await findLostCreates(request, known.issues, ports);
  return { review, workloadLinks, ...found, ...linkedFirst(found.issues, workloadLinks) };
}

/**
 * Three ways to an issue, because each alone misses some: the links (complete unless the store was lost),
 * the search index (lags), and the Sub-tasks of the Tasks found (never lag).
 */
async function readIssues(workloadArn: string, ports: SyncPorts) {
  const [workloadLinks, indexed] = await Promise.all([
    ports.links.load(workloadArn),
    ports.jira.search(workloadArn),
  ]);
  const seen = new Set([...[...workloadLinks.links.values()].map(({ issueId }) => issueId), ...indexed]);
  const first = await ports.jira.fetch([...seen]);
  const unseen = first.flatMap(({ subtasks }) => subtasks.map(({ id }) => id)).filter((id) => !seen.has(id));
  const second = unseen.length === 0 ? [] : await ports.jira.fetch([...new Set(unseen)]);
  return { workloadLinks, issues: ownIssues([...first, ...second], workloadArn) };
}
