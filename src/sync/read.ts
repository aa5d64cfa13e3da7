import type { Places } from '../plan/places';
import type { Review } from '../wellarchitected/model';
import { decided, type Decided } from './adoption';
import { findIssues, type FoundIssues } from './find-issues';
import { readPlaces } from './places';
import type { SyncPorts, SyncRequest } from './ports';
import { readReview } from './read-review';

export interface Reading extends FoundIssues, Decided {
  readonly review: Review;
  readonly places: Places;
}

/**
 * Reads both sides whole. Any read that fails throws: an incomplete one would look like a deletion. AWS takes
 * longer, and comes first: people go on editing issues meanwhile.
 */
export async function read(request: SyncRequest, ports: SyncPorts): Promise<Reading> {
  await ports.report({ step: 'reading', done: 0, total: 0 });
  const review = await readReview(ports.source, request.workloadArn);
  const found = decided(await findIssues(request, ports), request.adoption);
  return { review, ...found, places: await readPlaces(found.issues, request, ports.jira) };
}
