/** What a run leaves behind for automatic mode, and for whoever looks at the link. */
import { isWhole } from '../review-entries/scope';
import type { Run } from '../runs/model';
import { refusalWords } from '../runs/outcome';
import type { SyncEnd } from '../sync/sync-end';
import { automaticLink } from './automatic-link';
import { attention, pulses, touches } from './automatic-stores';
import { CONNECTOR_WORDS } from './aws-connector';
import { latestRuns } from './forge';

/**
 * A run that worked takes away what waited for a person; one of automatic mode that was refused waits for them,
 * visibly. What it saw of the workload is no news to the next poll, nor is what it wrote itself.
 */
export async function noteEnd(run: Run, end: SyncEnd, lastWriteAt: number | undefined): Promise<void> {
  if (run.mode === 'preview') return;
  const { id: runId, workloadArn } = run;
  const at = new Date().toISOString();
  await latestRuns.saveEnded(workloadArn, { runId, at, kind: end.kind });
  if (end.kind === 'applied') {
    if (isWhole(run.selection)) await attention.clear(workloadArn);
    if (end.sawAll === undefined) {
      if (isAutomatic(run)) await lookAgain(workloadArn);
      return;
    }
    const { updatedAt, riskCounts } = end.sawAll;
    await pulses.sawAll(workloadArn, updatedAt, riskCounts);
    if (lastWriteAt !== undefined) await pulses.wrote(workloadArn, { before: updatedAt, at: lastWriteAt });
  } else if (isAutomatic(run)) {
    await attention.set(workloadArn, { why: whyOf(end), runId, message: refusalWords(end.why) ?? '', at });
  }
}

/**
 * A round that left out questions at which people were working, or that changed choices, which AWS may rate anew,
 * is followed by another once all is quiet: nothing else would set one off before the next news.
 */
async function lookAgain(workloadArn: string): Promise<void> {
  const found = await automaticLink(workloadArn);
  if (found) await touches.touch({ direction: 'aws', workloadArn }, found.settings.quietSeconds);
}

function whyOf({ kind, why }: SyncEnd): 'refused' | 'blocked' | 'aws-connector' {
  if (kind === 'refused') return 'refused';
  return why?.includes(CONNECTOR_WORDS) ? 'aws-connector' : 'blocked';
}

export async function noteFailure(run: Run, message: string): Promise<void> {
  if (run.mode === 'preview') return;
  const { id: runId, workloadArn } = run;
  const at = new Date().toISOString();
  await latestRuns.saveEnded(workloadArn, { runId, at, kind: 'failed' });
  if (isAutomatic(run)) await attention.set(workloadArn, { why: 'failed', runId, message, at });
}

function isAutomatic({ startedBy }: Run): boolean {
  return startedBy === undefined;
}
