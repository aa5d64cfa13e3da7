/** What comes out of the queue, at least once, late and repeated. */
import { z } from 'zod';
import { handlePendingChange } from '../automatic/pending-change';
import { pollRegion } from '../automatic/poll-region';
import { continueRun } from '../runs/continue-run';
import { platform } from './platform';
import { jobSchema } from './queue';
import { siteIn } from './site-in';

const eventSchema = z.object({ body: jobSchema });

export async function handleQueueEvent(event: unknown, context: unknown): Promise<void> {
  const { body } = eventSchema.parse(event);
  const site = siteIn(context);
  if ('runId' in body) await continueRun(body.runId, platform);
  else if ('look' in body) await handlePendingChange(body.look, site, platform);
  else await pollRegion(body.poll, site, platform);
}
