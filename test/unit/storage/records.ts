/** Every stored record, and which keys of storage are its own. */
import { attentionRecord } from '../../../src/automatic/attention';
import { leaseRecord } from '../../../src/runs/lease-store';
import { chainHeadRecord } from '../../../src/audit/chain-heads';
import { personRecord, personRefRecord } from '../../../src/audit/people';
import { auditRecord } from '../../../src/audit/model';
import { eventSecretRecord } from '../../../src/automatic/event-secret-store';
import { watermarkRecord } from '../../../src/automatic/watermark-store';
import { reconcileProgressRecord } from '../../../src/automatic/reconcile-progress';
import { seenEventRecord } from '../../../src/automatic/seen-events';
import { namedQuestionsRecord } from '../../../src/automatic/named-questions';
import { earlierChangeRecord, earlierWorkRecord } from '../../../src/automatic/earlier-changes';
import { pendingChangeRecord } from '../../../src/automatic/pending-change-record';
import { watchRecord } from '../../../src/automatic/watch-store';
import { watchedRegionRecord } from '../../../src/automatic/watched-regions';
import { accessKeyRecord } from '../../../src/connection/access-key-store';
import { connectionIndexRecord, ownedConnectionsRecord } from '../../../src/connection/connection-lists';
import { connectionRecord } from '../../../src/connection/model';
import { siteUrlRecord } from '../../../src/jira/site-address';
import { waysRecord } from '../../../src/jira/way-store';
import { linkedWorkloadRecord } from '../../../src/linked-workloads/model';
import { linkedWorkloadPlaceRecord } from '../../../src/linked-workloads/name-lists';
import { rosterEpochRecord, rosterRecord } from '../../../src/linked-workloads/roster';
import { intentRecord } from '../../../src/links/intent-store';
import { deletedIssueRecord } from '../../../src/links/deleted-issues';
import { issueIndexRecord } from '../../../src/links/issue-index';
import { linkHeadRecord, linkShardRecord } from '../../../src/links/link-records';
import { knownQuestionsRecord } from '../../../src/reviews/known-questions';
import { reviewMemoryRecord } from '../../../src/reviews/review-memory';
import { dueRunRecord, queueLaneRecord } from '../../../src/runs/due-runs';
import { latestRunRecord, startedRunRecord } from '../../../src/runs/latest-runs';
import { runRecord } from '../../../src/runs/model';
import {
  runApprovedRecord,
  runOutcomeRecord,
  runPlanRecord,
  runShownRecord,
} from '../../../src/runs/records';
import { linkSettingsRecord, siteSettingsRecord } from '../../../src/settings/stored';
import type { RecordDefinition } from '../../../src/storage/record';
import { recentChangesRecord } from '../../../src/sync/budget/recent-changes-store';
import { quotaRecord } from '../../../src/usage/quota-store';
import { usageRecord } from '../../../src/usage/usage-store';
import { notesMemoryRecord } from '../../../src/sync/write-back/notes-memory';
import { triageRecord } from '../../../src/triage/triage-store';

export interface KnownRecord {
  readonly definition: RecordDefinition<unknown, never>;
  readonly keys: RegExp;
}

export const RECORDS: readonly KnownRecord[] = [
  { definition: quotaRecord, keys: /^quota:/ },
  { definition: siteSettingsRecord, keys: /^site-settings$/ },
  { definition: linkSettingsRecord, keys: /^settings:/ },
  { definition: connectionRecord, keys: /^connection:/ },
  { definition: connectionIndexRecord, keys: /^connections$/ },
  { definition: ownedConnectionsRecord, keys: /^connections-of:/ },
  { definition: accessKeyRecord, keys: /^access-key:/ },
  { definition: eventSecretRecord, keys: /^event-secret:/ },
  { definition: linkedWorkloadRecord, keys: /^linked:/ },
  { definition: linkedWorkloadPlaceRecord, keys: /^linked-(?:of|by):/ },
  { definition: rosterEpochRecord, keys: /^roster-epoch:/ },
  { definition: rosterRecord, keys: /^roster:/ },
  { definition: linkHeadRecord, keys: /^link:[0-9a-f]{16}$/ },
  { definition: linkShardRecord, keys: /^link:[0-9a-f]{16}:/ },
  { definition: issueIndexRecord, keys: /^issue:/ },
  { definition: deletedIssueRecord, keys: /^deleted:/ },
  { definition: intentRecord, keys: /^intent:/ },
  { definition: runRecord, keys: /^run:[^:]+$/ },
  { definition: runShownRecord, keys: /^run:[^:]+:shown$/ },
  { definition: runPlanRecord, keys: /^run:[^:]+:plan:/ },
  { definition: runOutcomeRecord, keys: /^run:[^:]+:outcome/ },
  { definition: runApprovedRecord, keys: /^run:[^:]+:approved/ },
  { definition: leaseRecord, keys: /^lease:/ },
  { definition: latestRunRecord, keys: /^latest:/ },
  { definition: dueRunRecord, keys: /^due-run:/ },
  { definition: queueLaneRecord, keys: /^queue-lane:/ },
  { definition: startedRunRecord, keys: /^(?:started|round|still-round):/ },
  { definition: attentionRecord, keys: /^attention:/ },
  { definition: watermarkRecord, keys: /^pulse:/ },
  { definition: seenEventRecord, keys: /^seen:/ },
  { definition: namedQuestionsRecord, keys: /^named:/ },
  { definition: pendingChangeRecord, keys: /^(?:jira|aws):/ },
  { definition: reconcileProgressRecord, keys: /^reconcile-progress$/ },
  { definition: earlierChangeRecord, keys: /^touched:/ },
  { definition: earlierWorkRecord, keys: /^(?:queued|handled):/ },
  { definition: usageRecord, keys: /^usage$/ },
  { definition: watchRecord, keys: /^watch:/ },
  { definition: watchedRegionRecord, keys: /^watched:/ },
  { definition: recentChangesRecord, keys: /^recent-changes:/ },
  { definition: reviewMemoryRecord, keys: /^review:/ },
  { definition: knownQuestionsRecord, keys: /^questions:/ },
  { definition: triageRecord, keys: /^triage:/ },
  { definition: notesMemoryRecord, keys: /^notes:/ },
  { definition: auditRecord, keys: /^\d{4}-\d\d-/ },
  { definition: chainHeadRecord, keys: /^(?:site$|project:|workload:)/ },
  { definition: personRecord, keys: /^person:/ },
  { definition: personRefRecord, keys: /^person-ref:/ },
  { definition: waysRecord, keys: /^ways:/ },
  { definition: siteUrlRecord, keys: /^site-url$/ },
];

/** The same definition for one key of storage. */
export function at({ definition }: KnownRecord, key: string): RecordDefinition<unknown> {
  return { ...definition, key: () => key };
}
