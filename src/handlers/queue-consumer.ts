/** What comes out of the queue, at least once, late and repeated. */
import { z } from 'zod';
import { handleEarlierChange, handlePendingChange } from '../automatic/pending-change';
import { pollRegion } from '../automatic/poll-region';
import { continueRun } from '../runs/continue-run';
import { keepingReads, OF_ADMISSION } from '../storage/kept-reads';
import { inInvocation } from '../storage/record-log';
import { account, platform } from './platform';
import { jobSchema } from './queue';
import { siteIn } from './site-in';

const eventSchema = z.object({ body: jobSchema });

export async function handleQueueEvent(event: unknown, context: unknown): Promise<void> {
  const { body } = eventSchema.parse(event);
  const site = siteIn(context);
  const isSmall = 'change' in body || 'look' in body;
  await account[isSmall ? 'carry' : 'keep'](site, () =>
    inInvocation(() => {
      if ('runId' in body) return keepingReads(() => continueRun(body, site, platform), OF_ADMISSION);
      if ('change' in body) return keepingReads(() => handlePendingChange(body.change, site, platform));
      if ('look' in body) return handleEarlierChange(body.look, site, platform);
      return pollRegion(body.poll, site, platform);
    }),
  );
}
