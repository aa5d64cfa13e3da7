import { whenAll } from '../in-flight';
import type { Plan } from '../review-entries/entry';
import type { RecentChanges } from './budget/recent-changes';
import type { SyncPorts, SyncRequest } from './ports';
import { prepare, type Prepared } from './prepare';
import type { Reading } from './read';
import { foreseeNotes, type ForeseenNotes } from './write-back/foresee-notes';

/** What a plan needs to know beside what it was made from. */
export interface Ahead {
  readonly prepared: Prepared;
  readonly foreseen: ForeseenNotes;
  /** Absent of one question: it is read where it matters alone. */
  readonly recent: RecentChanges | undefined;
}

/**
 * Of a workload all at once. Of one question one after the other: what is asked of Jira comes before its answer is read,
 * which is written without a second read then. Throws as `runSync` does.
 */
export async function lookAhead(
  plan: Plan,
  request: SyncRequest,
  reading: Reading,
  ports: SyncPorts,
): Promise<Ahead> {
  if (request.question !== undefined) {
    const prepared = await prepare(plan, request, reading, ports);
    return { prepared, foreseen: await foreseeNotes(plan, request, reading, ports), recent: undefined };
  }
  const [prepared, foreseen, recent] = await whenAll([
    prepare(plan, request, reading, ports),
    foreseeNotes(plan, request, reading, ports),
    ports.recentChanges.load(request.workloadArn),
  ]);
  return { prepared, foreseen, recent };
}
