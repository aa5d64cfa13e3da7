/** A pending change whose quiet time may be over: changes close together become one run. */
import { timestamp, type Clock } from '../clock';
import { whenAll } from '../in-flight';
import type { Reason } from '../reason';
import { Refusal } from '../refusal';
import { because } from '../runs/reasons';
import { runOneQuestion, type QuestionRunPorts } from '../runs/question-run';
import { RecordError } from '../storage/problems';
import { StorageUnavailable } from '../storage/unavailable';
import { LeaseLost } from '../storage/fenced';
import { Pause } from '../sync/pause';
import { LONGEST_WAIT_SECONDS, UpstreamError } from '../upstream-error';
import { afterQuestionRun, type AfterRunPorts } from './after-run';
import { automaticLink, type AutomaticLink, type AutomaticLinkPorts } from './automatic-link';
import type { AwaitedRuns } from './awaited-runs';
import type { EarlierChanges } from './earlier-changes';
import type { NamedQuestions } from './named-questions';
import type { PendingChange } from './open-pending-changes';
import type { ReconcileJob, Subject } from './pending-change-record';
import { startAutomaticRun, type StartAutomaticRunPorts } from './start-automatic-run';
import type { PendingChanges } from './pending-changes';

/** Waits between tries, in seconds: as long as the trouble has lasted. */
const SHORTEST_WAIT = 60;
const LONGEST_WAIT = 900;

export interface PendingChangePorts extends AutomaticLinkPorts, StartAutomaticRunPorts, QuestionRunPorts {
  readonly runs: StartAutomaticRunPorts['runs'] & QuestionRunPorts['runs'];
  readonly newRuns: StartAutomaticRunPorts['newRuns'] & QuestionRunPorts['newRuns'];
  readonly dueRuns: StartAutomaticRunPorts['dueRuns'] & QuestionRunPorts['dueRuns'];
  readonly pendingChanges: Pick<PendingChanges, 'open' | 'isDue' | 'handled' | 'tryAgain' | 'leave'>;
  readonly awaitedRuns: Pick<AwaitedRuns, 'expect' | 'isUnderWay'>;
  readonly namedQuestions: QuestionRunPorts['namedQuestions'] & Pick<NamedQuestions, 'add'>;
  readonly attention: AfterRunPorts['attention'];
  readonly watermarks: AfterRunPorts['watermarks'];
  readonly clock: Clock;
}

/**
 * Once the question is quiet, runs it, or starts a run of the whole workload; the change stays pending until that
 * was applied. A job that comes early or twice does nothing.
 */
export async function handlePendingChange(
  job: ReconcileJob,
  site: string,
  ports: PendingChangePorts,
): Promise<void> {
  const { pendingChanges, awaitedRuns } = ports;
  const [change, found] = await whenAll([pendingChanges.open(job), automaticLink(job.workloadArn, ports)]);
  if (change === undefined) return;
  if (found === undefined) return pendingChanges.leave(change);
  if (await awaitedRuns.isUnderWay(change)) return;
  const { quietSeconds } = found.settings;
  if (!(await pendingChanges.isDue(change, quietSeconds))) return;
  try {
    const { isNoticed } = await reconcile(change, found, site, ports);
    // What is of the workload stays until its run has ended.
    if (!isOfWorkload(change.subject))
      await pendingChanges.handled(change, { quietSeconds, ...(isNoticed ? { isNoticed } : {}) });
  } catch (error) {
    await afterTrouble(change, error, ports);
  }
}

/** As `handlePendingChange`, of a job that an earlier version of the app queued. */
export async function handleEarlierChange(
  job: ReconcileJob,
  site: string,
  ports: PendingChangePorts & { readonly earlierChanges: EarlierChanges },
): Promise<void> {
  await ports.earlierChanges.takeOver(job);
  await handlePendingChange(job, site, ports);
}

function isOfWorkload({ direction, question }: Subject): boolean {
  return direction === 'aws' && question === undefined;
}

/** `isNoticed`: a notice that the change caused still stands. */
async function reconcile(
  change: PendingChange,
  found: AutomaticLink,
  site: string,
  ports: PendingChangePorts,
): Promise<{ readonly isNoticed: boolean }> {
  const { direction, workloadArn, question } = change.subject;
  if (direction === 'jira') {
    const { needsWhole, isNoticed } = await runQuestion(change, found, site, ports);
    if (needsWhole) await startWhole(change, found, site, ports);
    return { isNoticed };
  }
  if (question !== undefined) await ports.namedQuestions.add(workloadArn, question, ports.clock.now());
  await startWhole(change, found, site, ports);
  return { isNoticed: false };
}

/** The change is the workload's from now on. */
async function startWhole(
  { subject, changedAt, atOnce = false }: PendingChange,
  { link }: AutomaticLink,
  site: string,
  ports: PendingChangePorts,
): Promise<void> {
  const needsQuietWorkload = isOfWorkload(subject) && !atOnce;
  const runId = await startAutomaticRun(link, site, ports, needsQuietWorkload ? { needsQuietWorkload } : {});
  const { workloadArn } = subject;
  await ports.awaitedRuns.expect({ workloadArn, runId, changedAt, atOnce: !needsQuietWorkload });
}

/** Whether a run of the whole workload has to follow. */
async function runQuestion(
  { subject: { lens = '', question = '' }, isNoticed = false }: PendingChange,
  { link, connection, settings }: AutomaticLink,
  site: string,
  ports: PendingChangePorts,
): Promise<{ readonly needsWhole: boolean; readonly isNoticed: boolean }> {
  if (connection.access === 'read-only') return { needsWhole: settings.parentsFollow, isNoticed };
  const run = await runOneQuestion({ link, lens, question, site }, ports);
  const { end } = run;
  const isHealed = await afterQuestionRun(run, { ...ports, isNoticed });
  const needsWhole = end.kind === 'ran' ? end.needsWhole : end.kind === 'needs-whole';
  return { needsWhole, isNoticed: isNoticed && !isHealed };
}

interface Trouble {
  readonly reason: Reason;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number | undefined;
}

/** What another try may meet waits; what none will meet waits for a person, and for the daily run of the workload. */
async function afterTrouble(change: PendingChange, error: unknown, ports: PendingChangePorts): Promise<void> {
  const { pendingChanges } = ports;
  // The link ended meanwhile: nothing is to be done any more.
  if (error instanceof Refusal) return pendingChanges.leave(change);
  const trouble = troubleOf(error);
  if (trouble.retryable) return pendingChanges.tryAgain(change, waitAfter(trouble, change, ports.clock));
  await waitForPerson(change.subject, trouble.reason, ports);
  await pendingChanges.handled(change, { isNoticed: true });
}

/** Throws what is neither a pause of the run, nor another one that took the workload, nor an answer of a service. */
function troubleOf(error: unknown): Trouble {
  if (error instanceof Pause) {
    return { reason: error.reason, retryable: true, retryAfterSeconds: error.seconds };
  }
  if (error instanceof LeaseLost) return { reason: because('another-run-works'), retryable: true };
  if (error instanceof RecordError) return { reason: error.reason, retryable: false };
  if (error instanceof StorageUnavailable) return { reason: error.reason, retryable: true };
  if (error instanceof UpstreamError) return { reason: error.reason, ...error.details };
  throw error;
}

function waitAfter({ retryAfterSeconds }: Trouble, { changedAt }: PendingChange, clock: Clock): number {
  if (retryAfterSeconds !== undefined) return Math.min(LONGEST_WAIT_SECONDS, retryAfterSeconds);
  const age = Math.round((clock.now() - changedAt) / 1000);
  return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, age));
}

function waitForPerson(
  { workloadArn, lens, question }: Subject,
  reason: Reason,
  { attention, clock }: Pick<PendingChangePorts, 'attention' | 'clock'>,
): Promise<void> {
  const about =
    question === undefined ? {} : { question: { ...(lens === undefined ? {} : { lens }), question } };
  return attention.set(workloadArn, { why: 'failed', ...about, reasons: [reason], at: timestamp(clock) });
}
