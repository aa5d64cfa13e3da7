/** Once a run has ended, what pages know of its workload is old. */
import { refresh } from '../../data/answers';

/** Runs that were under way when this page last asked. */
const expected = new Set<string>();

/** A run is under way. */
export function expectEnd(runId: string): void {
  expected.add(runId);
}

/** A run has ended: asks again for what it may have changed, unless it was over before this page saw it. */
export function noteEnd(runId: string, mode: 'preview' | 'sync'): void {
  if (!expected.delete(runId)) return;
  refresh('workload.linked', 'workload.overview');
  if (mode === 'sync') refresh('workload.review', 'workload.recentChanges', 'triage.list');
}
