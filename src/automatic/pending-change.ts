/** A pending change whose quiet time may be over: changes close together become one run. */
import { timestamp, type Clock } from '../clock';
import type { Reason } from '../reason';
import { Refusal } from '../refusal';
import { because } from '../runs/reasons';
import { runOneQuestion, type QuestionRunPorts } from '../runs/question-run';
import { RecordError } from '../storage/problems';
import { Pause, Superseded } from '../sync/pause';
import { UpstreamError } from '../upstream-error';
import { afterQuestionRun, type AfterRunPorts } from './after-run';
import { automaticLink, type AutomaticLink, type AutomaticLinkPorts } from './automatic-link';
import type { NamedQuestions } from './named-questions';
import type { PendingChangeQueue } from './queue';
import { startAutomaticRun, type StartAutomaticRunPorts } from './start-automatic-run';
import type { ReconcileJob, PendingChanges } from './pending-changes';
import type { WaitingQuestions } from './waiting-questions';

/** Waits between tries, in seconds: as long as the trouble has lasted. */
const SHORTEST_WAIT = 60;
const LONGEST_WAIT = 900;

export interface PendingChangePorts extends AutomaticLinkPorts, StartAutomaticRunPorts, QuestionRunPorts {
  readonly runs: StartAutomaticRunPorts['runs'] & QuestionRunPorts['runs'];
  readonly pendingChanges: Pick<PendingChanges, 'check' | 'handled'>;
  readonly namedQuestions: QuestionRunPorts['namedQuestions'] & Pick<NamedQuestions, 'add'>;
  readonly waitingQuestions: Pick<WaitingQuestions, 'handled'>;
  readonly attention: AfterRunPorts['attention'];
  readonly watermarks: AfterRunPorts['watermarks'];
  readonly queue: StartAutomaticRunPorts['queue'] & PendingChangeQueue;
  readonly clock: Clock;
}

/**
 * Once the question is quiet, runs it, or starts a run of the whole workload; the change stays pending until that
 * has succeeded. A job that comes early or twice does nothing.
 */
export async function handlePendingChange(
  job: ReconcileJob,
  site: string,
  ports: PendingChangePorts,
): Promise<void> {
  const found = await automaticLink(job.workloadArn, ports);
  if (found === undefined) return;
  const change = await ports.pendingChanges.check(job, found.settings.quietSeconds);
  if (change.kind !== 'due') return;
  try {
    if (job.direction === 'aws' && job.question !== undefined)
      await ports.namedQuestions.add(job.workloadArn, job.question, ports.clock.now());
    const needsWhole = job.direction === 'aws' || (await runQuestion(job, found, site, ports));
    const needsQuietWorkload = job.direction === 'aws' && job.question === undefined;
    if (needsWhole) {
      await startAutomaticRun(found.link, site, ports, needsQuietWorkload ? { needsQuietWorkload } : {});
    }
  } catch (error) {
    // The link ended meanwhile: nothing is to be done any more.
    if (error instanceof Refusal) return;
    if (error instanceof RecordError) return waitForPerson(job, error.reason, ports);
    await tryAgain(job, change.touchedAt, troubleOf(error), ports);
    return;
  }
  await ports.pendingChanges.handled(job, change.touchedAt);
  if (job.direction === 'jira') await ports.waitingQuestions.handled(job, change.touchedAt);
}

/** Whether a run of the whole workload has to follow. */
async function runQuestion(
  { lens = '', question = '' }: ReconcileJob,
  { link, connection, settings }: AutomaticLink,
  site: string,
  ports: PendingChangePorts,
): Promise<boolean> {
  if (connection.access === 'read-only') return settings.parentsFollow;
  const run = await runOneQuestion({ link, lens, question, site }, ports);
  await afterQuestionRun(run, ports);
  return run.end.kind === 'ran' ? run.end.needsWhole : run.end.kind === 'needs-whole';
}

interface Trouble {
  readonly reason: Reason;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number | undefined;
}

/** Throws what is neither a pause of the run, nor another one that took the workload, nor an answer of a service. */
function troubleOf(error: unknown): Trouble {
  if (error instanceof Pause) {
    return { reason: error.reason, retryable: true, retryAfterSeconds: error.seconds };
  }
  if (error instanceof Superseded) return { reason: because('another-run-works'), retryable: true };
  if (error instanceof UpstreamError) return { reason: error.reason, ...error.details };
  throw error;
}

function waitForPerson(
  { workloadArn }: ReconcileJob,
  reason: Reason,
  { attention, clock }: Pick<PendingChangePorts, 'attention' | 'clock'>,
): Promise<void> {
  return attention.set(workloadArn, { why: 'failed', reasons: [reason], at: timestamp(clock) });
}

/** What another try may meet waits; what none will meet waits for a person. */
async function tryAgain(
  job: ReconcileJob,
  touchedAt: number,
  { reason, retryable, retryAfterSeconds }: Trouble,
  ports: PendingChangePorts,
): Promise<void> {
  if (!retryable) return waitForPerson(job, reason, ports);
  const { queue, clock } = ports;
  const age = Math.round((clock.now() - touchedAt) / 1000);
  const wait = retryAfterSeconds ?? Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, age));
  await queue.enqueueReconcile({ ...job, at: clock.now() + wait * 1000 }, wait);
}
