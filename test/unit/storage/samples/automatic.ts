import { createAttentionStore } from '../../../../src/automatic/attention';
import { createWatermarkStore } from '../../../../src/automatic/watermark-store';
import { createNamedQuestions } from '../../../../src/automatic/named-questions';
import { createSeenEvents } from '../../../../src/automatic/seen-events';
import { createPendingChanges } from '../../../../src/automatic/pending-changes';
import { createWaitingQuestions } from '../../../../src/automatic/waiting-questions';
import { createWatchStore } from '../../../../src/automatic/watch-store';
import { createWatchedRegions } from '../../../../src/automatic/watched-regions';
import { CONNECTION } from '../../connection/a-connection';
import { WORKLOAD_ARN } from '../../../builders/review';
import { AT, NOW, clock, QUESTION, SUBJECT } from './facts';
import { sample, type Sample } from './sample';

const RISKS = { UNANSWERED: 1, HIGH: 2, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 5 };

export const AUTOMATIC: readonly Sample[] = [
  sample('attention', 'minimal', ({ kvs }) =>
    createAttentionStore(kvs).set(WORKLOAD_ARN, {
      why: 'failed',
      reasons: [{ code: 'text', params: { text: 'Jira is down.' } }],
      at: AT,
    }),
  ),
  sample('attention', 'full', ({ kvs }) =>
    createAttentionStore(kvs).set(WORKLOAD_ARN, {
      why: 'refused',
      runId: 'run-1',
      reasons: [{ code: 'closes-many', params: { moving: 40, there: 60 } }],
      at: AT,
    }),
  ),
  sample('pulse', 'minimal', ({ kvs }) =>
    createWatermarkStore(kvs).wrote(WORKLOAD_ARN, { before: NOW, at: NOW + 1000 }),
  ),
  sample('pulse', 'full', async ({ kvs }) => {
    await createWatermarkStore(kvs).sawAll(WORKLOAD_ARN, NOW, RISKS);
    await createWatermarkStore(kvs).wrote(WORKLOAD_ARN, { before: NOW, at: NOW + 1000 });
  }),
  sample('seen-event', 'full', ({ kvs }) =>
    createSeenEvents(kvs).once(CONNECTION.id, 'event-1', () => Promise.resolve()),
  ),
  sample('named-questions', 'full', ({ kvs }) => createNamedQuestions(kvs).add(WORKLOAD_ARN, 'ops_01', NOW)),
  sample('touch', 'full', async ({ kvs }) => {
    const pendingChanges = createPendingChanges({ kvs, clock, push: () => Promise.resolve() });
    await pendingChanges.add(SUBJECT, 120);
    await pendingChanges.handled(SUBJECT, NOW);
  }),
  sample('touch-work', 'full', async ({ kvs }) => {
    const pendingChanges = createPendingChanges({ kvs, clock, push: () => Promise.resolve() });
    await pendingChanges.add(SUBJECT, 120);
    await pendingChanges.handled(SUBJECT, NOW);
  }),
  sample('waiting-question', 'full', ({ kvs }) => createWaitingQuestions(kvs, clock).add(QUESTION)),
  sample('watch', 'full', ({ kvs }) =>
    createWatchStore(kvs, CONNECTION.id, 'eu-west-1').save(
      new Map([[WORKLOAD_ARN, { updatedAt: NOW, counts: '1.2.3.4.5', fullAt: NOW }]]),
    ),
  ),
  sample('watched-region', 'full', ({ kvs }) =>
    createWatchedRegions(kvs).checked(CONNECTION.id, 'eu-west-1', NOW),
  ),
];
