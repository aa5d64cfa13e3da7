import type { Remark } from '../../plan/plan';
import type { Plan } from '../../review-entries/entry';
import { UpstreamError } from '../../upstream-error';
import { NO_NOTES, planNotes, type NotesPlan } from './plan-notes';
import type { SyncPorts, SyncRequest } from '../ports';
import type { Reading } from '../read';
import { because } from '../reasons';

/**
 * The notes that the run will change. Where AWS does not let them be read, for example because the role is older
 * than write-back, the issues are synced all the same and a person is told.
 */
export async function foreseeNotes(
  plan: Plan,
  { options, automatic, approved, workloadArn }: SyncRequest,
  { review, issues, workloadLinks, deleted }: Reading,
  ports: SyncPorts,
): Promise<{ readonly notes: NotesPlan; readonly notices: readonly Remark[] }> {
  const hasIssues = workloadLinks.links.size > 0 || issues.length > 0 || plan.changes.length > 0;
  if (ports.writeBack === undefined || !hasIssues) return { notes: NO_NOTES, notices: [] };
  try {
    const input = {
      review,
      plan,
      options,
      issues,
      deleted,
      thorough: !automatic,
      goesOn: approved !== undefined,
      now: ports.now(),
    };
    return { notes: await planNotes(input, ports.writeBack), notices: [] };
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.details.retryable || error.details.service !== 'aws')
      throw error;
    const unread = because('notes-unread', { workload: workloadArn, because: error.reason });
    return { notes: NO_NOTES, notices: [{ title: review.workload.name, ...unread }] };
  }
}
