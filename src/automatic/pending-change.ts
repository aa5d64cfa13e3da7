/** A pending change whose quiet time may be over: changes close together become one piece of work. */
import { timestamp, type Clock } from '../clock';
import type { AwsAccess } from '../connection/aws-access';
import { servedProjects } from '../connection/model';
import type { Jira } from '../jira/jira';
import type { SiteAddress } from '../jira/site-address';
import type { LinkStore } from '../links/link-store';
import { RecordError } from '../storage/problems';
import { UpstreamError } from '../upstream-error';
import { bringBack } from '../write-back/bring-back';
import type { NotesMemory } from '../write-back/notes-memory';
import type { AttentionStore } from './attention';
import { automaticLink, type AutomaticLink, type AutomaticLinkPorts } from './automatic-link';
import type { PulseStore } from './pulse-store';
import type { PendingChangeQueue } from './queue';
import { startAutomaticRun, type StartAutomaticRunPorts } from './start-automatic-run';
import type { LookJob, Touches } from './touches';

/** Waits between tries, in seconds: as long as the trouble has lasted. */
const SHORTEST_WAIT = 60;
const LONGEST_WAIT = 900;

interface QuestionPorts {
  readonly aws: Pick<AwsAccess, 'openAnswers'>;
  readonly openJira: () => Jira;
  readonly openLinks: () => LinkStore;
  readonly notesMemory: NotesMemory;
  readonly siteAddress: SiteAddress;
  readonly pulses: Pick<PulseStore, 'wrote'>;
}

export interface PendingChangePorts extends AutomaticLinkPorts, StartAutomaticRunPorts, QuestionPorts {
  readonly touches: Pick<Touches, 'look' | 'done'>;
  readonly attention: Pick<AttentionStore, 'set'>;
  readonly queue: StartAutomaticRunPorts['queue'] & PendingChangeQueue;
  readonly clock: Clock;
}

/**
 * Once the question is quiet, brings its status back or starts a run; the change stays pending until that has
 * succeeded. A job that comes early or twice does nothing.
 */
export async function handlePendingChange(
  job: LookJob,
  site: string,
  ports: PendingChangePorts,
): Promise<void> {
  const found = await automaticLink(job.workloadArn, ports);
  if (found === undefined) return;
  const change = await ports.touches.look(job, found.settings.quietSeconds);
  if (change.kind !== 'due') return;
  try {
    const needsRun = job.direction === 'aws' || (await bringQuestionBack(job, found, site, ports));
    const needsQuietWorkload = job.direction === 'aws' && job.question === undefined;
    if (needsRun) {
      await startAutomaticRun(found.link, site, ports, needsQuietWorkload ? { needsQuietWorkload } : {});
    }
  } catch (error) {
    if (error instanceof RecordError) return waitForPerson(job, error.message, ports);
    if (!(error instanceof UpstreamError)) throw error;
    await tryAgain(job, change.touchedAt, error, ports);
    return;
  }
  await ports.touches.done(job, change.touchedAt);
}

/** Whether a run of the whole workload has to follow. */
async function bringQuestionBack(
  { workloadArn, lens = '', question = '' }: LookJob,
  { connection, settings }: AutomaticLink,
  site: string,
  ports: QuestionPorts,
): Promise<boolean> {
  if (connection.access === 'read-only') return settings.parentsFollow;
  const jira = ports.openJira();
  const answers = await ports.aws.openAnswers(connection.id, workloadArn, { runId: 'status-back', site });
  const done = await bringBack(
    {
      question: { workload: workloadArn, lens, question },
      settings,
      servedProjects: servedProjects(connection, workloadArn),
    },
    {
      jira,
      answers,
      links: ports.openLinks(),
      memory: ports.notesMemory,
      siteUrl: () => ports.siteAddress(jira),
    },
  );
  const at = answers.lastWriteAt();
  if (done.wrote === 'notes' && done.before !== undefined && at !== undefined) {
    await ports.pulses.wrote(workloadArn, { before: done.before, at });
  }
  return done.needsRound;
}

function waitForPerson(
  { workloadArn }: LookJob,
  message: string,
  { attention, clock }: Pick<PendingChangePorts, 'attention' | 'clock'>,
): Promise<void> {
  return attention.set(workloadArn, { why: 'failed', message, at: timestamp(clock) });
}

/** What another try may meet waits; what none will meet waits for a person. */
async function tryAgain(
  job: LookJob,
  touchedAt: number,
  { message, details: { retryable, retryAfterSeconds } }: UpstreamError,
  ports: PendingChangePorts,
): Promise<void> {
  if (!retryable) return waitForPerson(job, message, ports);
  const { queue, clock } = ports;
  const age = Math.round((clock.now() - touchedAt) / 1000);
  const wait = retryAfterSeconds ?? Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, age));
  await queue.enqueueLook({ ...job, at: clock.now() + wait * 1000 }, wait);
}
