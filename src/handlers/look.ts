/** A touched question whose quiet time may be over. */
import { servedProjects } from '../connection/model';
import { openAnswers } from '../connection/open-review-source';
import type { LookJob } from '../automatic/touches';
import { UpstreamError } from '../upstream-error';
import { bringBack } from '../write-back/bring-back';
import { automaticLink, type AutomaticLink } from './automatic-link';
import { attention, pulses, touches } from './automatic-stores';
import { jiraAsApp, notesMemory, openLinks } from './forge';
import { installationOn } from './installation';
import { enqueueLook } from './queue';
import { siteUrl } from './site-url';
import { startRound } from './start-round';

/** Waits between tries, in seconds: as long as the trouble has lasted. */
const SHORTEST_WAIT = 60;
const LONGEST_WAIT = 900;

export async function handleLook(job: LookJob, site: string): Promise<void> {
  const found = await automaticLink(job.workloadArn);
  if (found === undefined) return;
  const look = await touches.look(job, found.settings.quietSeconds);
  if (look.kind !== 'due') return;
  try {
    const needsRound = job.direction === 'aws' || (await bringQuestionBack(job, found, site));
    const needsStillWorkload = job.direction === 'aws' && job.question === undefined;
    if (needsRound) await startRound(found.link, site, needsStillWorkload ? { needsStillWorkload } : {});
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    await tryAgain(job, look.touchedAt, error);
    return;
  }
  await touches.done(job, look.touchedAt);
}

/** Whether a whole round has to follow. */
async function bringQuestionBack(
  { workloadArn, lens = '', question = '' }: LookJob,
  { connection, settings }: AutomaticLink,
  site: string,
): Promise<boolean> {
  if (connection.access === 'read-only') return settings.parentsFollow;
  const jira = jiraAsApp();
  const answers = await openAnswers(connection.id, workloadArn, { runId: 'status-back', site });
  const done = await bringBack(
    {
      question: { workload: workloadArn, lens, question },
      settings,
      servedProjects: servedProjects(connection, workloadArn),
    },
    {
      jira,
      answers,
      links: openLinks(),
      memory: notesMemory,
      installation: installationOn(site),
      siteUrl: () => siteUrl(jira),
    },
  );
  const at = answers.lastWriteAt();
  if (done.wrote === 'notes' && done.before !== undefined && at !== undefined) {
    await pulses.wrote(workloadArn, { before: done.before, at });
  }
  return done.needsRound;
}

/** What another try may meet waits; what none will meet waits for a person. */
async function tryAgain(job: LookJob, touchedAt: number, error: UpstreamError): Promise<void> {
  if (!error.details.retryable) {
    await attention.set(job.workloadArn, {
      why: 'failed',
      message: error.message,
      at: new Date().toISOString(),
    });
    return;
  }
  const age = Math.round((Date.now() - touchedAt) / 1000);
  const wait = error.details.retryAfterSeconds ?? Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, age));
  await enqueueLook({ ...job, at: Date.now() + wait * 1000 }, wait);
}
