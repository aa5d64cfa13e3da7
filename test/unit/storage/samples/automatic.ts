import { createQuotaStore } from '../../../../src/usage/quota-store';
import { MemoryGuarded, NO_WAITS } from '../../../builders/guarded';
import { createUsageStore } from '../../../../src/usage/usage-store';
import { createAttentionStore } from '../../../../src/automatic/attention';
import { createWatermarkStore } from '../../../../src/automatic/watermark-store';
import { createNamedQuestions } from '../../../../src/automatic/named-questions';
import { createReconcileProgress } from '../../../../src/automatic/reconcile-progress';
import { createSeenEvents } from '../../../../src/automatic/seen-events';
import { earlierChangeRecord, earlierWorkRecord } from '../../../../src/automatic/earlier-changes';
import { openPendingChanges } from '../../../../src/automatic/open-pending-changes';
import { createPendingChanges } from '../../../../src/automatic/pending-changes';
import { createWatchStore } from '../../../../src/automatic/watch-store';
import { createWatchedRegions } from '../../../../src/automatic/watched-regions';
import { CONNECTION } from '../../connection/a-connection';
import { WORKLOAD_ARN } from '../../../builders/review';
import { openRecord } from '../../../../src/storage/open-record';
import { MemoryPendingChanges } from '../../../builders/pending-changes';
import { AT, NOW, clock, SUBJECT } from './facts';
import { sample, type Sample } from './sample';

const RISKS = { UNANSWERED: 1, HIGH: 2, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 5 };

function changesIn(entities: Map<string, string>) {
  const storage = new MemoryPendingChanges(entities);
  return { storage, pendingChanges: createPendingChanges({ storage, clock, push: () => Promise.resolve() }) };
}

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
  sample('quota', 'full', async ({ kvs, entities }) => {
    const guarded = new MemoryGuarded(kvs);
    const store = createQuotaStore({ guarded, patience: NO_WAITS });
    for (let n = 0; n < 3; n++) await store.count('settings', { most: 3, seconds: 60 }, 1_000);
    for (const [key, value] of guarded.guards) entities.set(key, value);
  }),
  sample('usage', 'minimal', ({ kvs }) =>
    createUsageStore(kvs).add({ points: 742, read: 30, written: 4 }, NOW),
  ),
  sample('usage', 'full', ({ kvs }) =>
    createUsageStore(kvs).add({ points: 742, read: 30, written: 4, nearUntil: NOW + 60_000 }, NOW),
  ),
  sample('seen-event', 'full', ({ kvs }) =>
    createSeenEvents(kvs).once(CONNECTION.id, 'event-1', () => Promise.resolve()),
  ),
  sample('named-questions', 'full', ({ kvs }) => createNamedQuestions(kvs).add(WORKLOAD_ARN, 'ops_01', NOW)),
  sample('pending-change', 'minimal', async ({ entities }) => {
    const { pendingChanges } = changesIn(entities);
    await pendingChanges.add(SUBJECT);
    const [pending] = await pendingChanges.ofWorkload(SUBJECT.workloadArn);
    await pendingChanges.handled(pending!);
  }),
  sample('pending-change', 'full', async ({ entities }) => {
    const { storage } = changesIn(entities);
    const records = openPendingChanges(storage);
    const facts = {
      ...{ changedAt: NOW, queuedFor: NOW + 120_000, quietSeconds: 120, idleUntil: NOW + 900_000 },
      ...{ runId: 'run-1', atOnce: true, isNoticed: true },
    };
    await records.put(await records.inspect(SUBJECT), facts, NOW + 120_000);
  }),
  sample('reconcile-progress', 'minimal', ({ kvs }) => createReconcileProgress(kvs).save({ from: NOW })),
  sample('reconcile-progress', 'full', ({ kvs }) =>
    createReconcileProgress(kvs).save({ from: NOW, pass: { beganAt: NOW + 3_600_000, last: WORKLOAD_ARN } }),
  ),
  sample('touch', 'full', ({ kvs }) => openRecord(earlierChangeRecord, kvs).write({ at: NOW }, SUBJECT)),
  sample('touch-work', 'full', async ({ kvs }) => {
    const work = openRecord(earlierWorkRecord, kvs);
    await work.write({ at: NOW + 120_000 }, ['queued', SUBJECT]);
    await work.write({ at: NOW }, ['handled', SUBJECT]);
  }),
  sample('watch', 'full', ({ kvs }) =>
    createWatchStore(kvs, CONNECTION.id, 'eu-west-1').save(
      new Map([[WORKLOAD_ARN, { updatedAt: NOW, counts: '1.2.3.4.5', fullAt: NOW, lookedAt: NOW }]]),
    ),
  ),
  sample('watched-region', 'full', ({ kvs }) =>
    createWatchedRegions(kvs).checked(CONNECTION.id, 'eu-west-1', NOW),
  ),
];
