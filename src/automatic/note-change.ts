/** Something changed in Jira or AWS: noted as a pending change. */
import { ifReadable } from '../storage/problems';
import type { Connection } from '../connection/model';
import { arnScopeOf } from '../connection/permissions';
import type { DeletedIssues } from '../links/deleted-issues';
import type { IssueIndex, QuestionRef } from '../links/issue-index';
import { automaticLink, type AutomaticLinkPorts } from './automatic-link';
import type { AwsEvent } from './aws-event';
import type { PendingChanges } from './pending-changes';

export interface NoteChangePorts extends AutomaticLinkPorts {
  readonly pendingChanges: Pick<PendingChanges, 'add'>;
}

export interface NoteAnswerChangePorts extends NoteChangePorts {
  /** As `KnownQuestions` of `reviews`. */
  readonly knownQuestions: {
    judge(workloadArn: string, id: string): Promise<'known' | 'unknown' | 'made-up'>;
    asked(workloadArn: string): Promise<void>;
  };
}

export interface NoteIssueChangePorts {
  readonly pendingChanges: Pick<PendingChanges, 'add'>;
  readonly issueIndex: Pick<IssueIndex, 'questionOf'>;
}

/** An issue of ours was deleted: remembered, in manual mode too, since an absence alone does not tell. */
export async function noteIssueDeleted(
  issueId: string,
  ports: NoteIssueChangePorts & { readonly deletedIssues: Pick<DeletedIssues, 'add'> },
): Promise<void> {
  const ref = await ifReadable(ports.issueIndex.questionOf(issueId));
  if (ref === undefined) return;
  await ports.deletedIssues.add(issueId);
  await noteQuestionChange(ref, ports);
}

/** An issue of whatever kind; the index of links tells which question it belongs to, if it is ours. */
export async function noteIssueChange(issueId: string, ports: NoteIssueChangePorts): Promise<void> {
  const ref = await ifReadable(ports.issueIndex.questionOf(issueId));
  if (ref) await noteQuestionChange(ref, ports);
}

/** Three keys of storage at most, that of the index included: whether automatic mode is on the job finds out. */
async function noteQuestionChange(
  ref: QuestionRef,
  { pendingChanges }: Pick<NoteIssueChangePorts, 'pendingChanges'>,
): Promise<void> {
  if (ref.question !== undefined) await pendingChanges.add({ direction: 'jira', ...ref });
}

/**
 * An answer, through the connection whose key the event had. What the app did itself is no news. A question that the
 * review did not have when it was last read makes a run read it once an hour at most: what else there is of such
 * questions the poll finds, by what AWS says of the workload.
 */
export async function noteAnswerChange(
  { account, region, workloadId, questionId, issuerArn }: AwsEvent,
  connection: Connection,
  ports: NoteAnswerChangePorts,
): Promise<void> {
  if (issuerArn !== undefined && issuerArn === connection.roleArn) return;
  const { partition } = arnScopeOf(connection);
  const workloadArn = `arn:${partition}:wellarchitected:${region}:${account}:workload/${workloadId}`;
  const found = await automaticLink(workloadArn, ports);
  if (found?.connection.id !== connection.id) return;
  const { pendingChanges, knownQuestions } = ports;
  const { quietSeconds } = found.settings;
  if (questionId === undefined) return pendingChanges.add({ direction: 'aws', workloadArn }, quietSeconds);
  const verdict = await knownQuestions.judge(workloadArn, questionId);
  if (verdict === 'made-up') return;
  await pendingChanges.add({ direction: 'aws', workloadArn, question: questionId }, quietSeconds);
  // Only now: an event that fails is delivered again.
  if (verdict === 'unknown') await knownQuestions.asked(workloadArn);
}

/** Something of the workload, and which question is not known: so the whole workload has to be quiet. */
export async function noteWorkloadChange(workloadArn: string, ports: NoteChangePorts): Promise<void> {
  const found = await automaticLink(workloadArn, ports);
  if (found) await ports.pendingChanges.add({ direction: 'aws', workloadArn }, found.settings.quietSeconds);
}
