/** What comes out of the queue, at least once, late and repeated. */
import { z } from 'zod';
import { continueRun } from './continue-run';
import { handleLook } from './look';
import { handlePoll } from './poll';
import { jobSchema } from './queue';
import { siteIn } from './site-in';

const eventSchema = z.object({ body: jobSchema });

export async function handleQueueEvent(event: unknown, context: unknown): Promise<void> {
  const { body } = eventSchema.parse(event);
  const site = siteIn(context);
  if ('runId' in body) await continueRun(body.runId);
  else if ('look' in body) await handleLook(body.look, site);
  else await handlePoll(body.poll, site);
}
