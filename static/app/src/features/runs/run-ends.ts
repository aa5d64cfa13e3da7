/** Once a run has ended, what pages know of its workload is old. */
import { refresh } from '../../data/answers';

/** Runs that were under way when this page last looked. */
const expected = new Set<string>();
const listeners = new Set<(projectKey: string) => void>();

/** Tells of every sync of the project that this page has seen to its end. */
export function onSyncEnd(listener: (projectKey: string) => void): void {
  listeners.add(listener);
}

/** A run is under way. */
export function expectEnd(runId: string): void {
  expected.add(runId);
}

/** A run has ended: asks again for what it may have changed, unless it was over before this page saw it. */
export function noteEnd(runId: string, projectKey: string, mode: 'preview' | 'sync'): void {
  if (!expected.delete(runId)) return;
  refresh('workload.linked');
  if (mode === 'preview') return;
  refresh('workload.review');
  for (const listener of listeners) listener(projectKey);
}
