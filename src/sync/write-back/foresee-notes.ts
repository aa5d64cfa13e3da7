import type { Identity } from '../../jira/model';
import { identityKey } from '../../jira/ownership';
import type { Remark } from '../../plan/plan';
import type { Plan } from '../../review-entries/entry';
import type { RunOptions } from '../../review-entries/plan-review';
import { isAutomatic } from '../../settings/effective';
import { UpstreamError } from '../../upstream-error';
import { NO_NOTES, planNotes, type NotesPlan } from './plan-notes';
import type { SyncPorts, SyncRequest } from '../ports';
import type { Reading } from '../read';
import { because } from '../reasons';

export interface ForeseenNotes {
  readonly notes: NotesPlan;
  readonly notices: readonly Remark[];
}

/**
 * The notes that the run will change. Where AWS does not let them be read, for example because the role is older
 * than write-back, the issues are synced all the same and a person is told.
 */
export async function foreseeNotes(
  plan: Plan,
  { options, settings, automatic, approved, named, workloadArn }: SyncRequest,
  reading: Reading,
  ports: SyncPorts,
): Promise<ForeseenNotes> {
  const { review, issues, workloadLinks } = reading;
  const hasIssues = workloadLinks.links.size > 0 || issues.length > 0 || plan.changes.length > 0;
  if (ports.writeBack === undefined || !hasIssues) return { notes: NO_NOTES, notices: [] };
  try {
    const input = {
      review,
      plan,
      options,
      issues,
      mayRemove: (task: Identity) => mayRemove(identityKey(task), options, reading),
      thorough: !automatic && !isAutomatic(settings),
      named: new Set(named),
      goesOn: approved !== undefined,
      now: ports.now(),
    };
    return { notes: await planNotes(input, ports.writeBack), notices: [] };
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.details.retryable || error.details.service !== 'aws')
      throw error;
    const unread = because('notes-unread', { workload: workloadArn, because: error.reason });
    return {
      notes: { ...NO_NOTES, leavesUnread: true },
      notices: [{ title: review.workload.name, ...unread }],
    };
  }
}

/** Jira told that the Task was deleted; or a person wants its block gone, and Jira does not find the Task. */
function mayRemove(
  key: string,
  { removeBlocks }: RunOptions,
  { deleted, gone, workloadLinks }: Reading,
): boolean {
  return deleted.has(key) || (removeBlocks === true && (gone.has(key) || !workloadLinks.links.has(key)));
}
