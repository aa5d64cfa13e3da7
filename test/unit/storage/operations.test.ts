/** Reading costs no more operations of storage than records without versions did. */
import { expect, test } from '@jest/globals';
import { createAttentionStore } from '../../../src/automatic/attention';
import { createWatermarkStore } from '../../../src/automatic/watermark-store';
import { createSeenEvents } from '../../../src/automatic/seen-events';
import { createWatchStore } from '../../../src/automatic/watch-store';
import { createWatchedRegions } from '../../../src/automatic/watched-regions';
import { createConnectionStore } from '../../../src/connection/connection-store';
import { createLinkedWorkloadStore } from '../../../src/linked-workloads/linked-workload-store';
import { intentsOf } from '../../builders/guarded';
import { createIssueIndex } from '../../../src/links/issue-index';
import { createLinkStore } from '../../../src/links/link-store';
import { createReviewMemory } from '../../../src/reviews/review-memory';
import { createLatestRuns } from '../../../src/runs/latest-runs';
import { createRunStore } from '../../../src/runs/run-store';
import { settingsOn, siteSettingsOn } from '../../builders/settings-stores';
import { createRecentChangesStore } from '../../../src/sync/budget/recent-changes-store';
import { createNotesMemory } from '../../../src/sync/write-back/notes-memory';
import { MemoryKeyValues } from '../../builders/key-values';
import { linkAt } from '../../builders/links';
import { WORKLOAD_ARN } from '../../builders/review';
import { aLink } from '../linked-workloads/a-link';
import { MemoryGuarded } from '../../builders/guarded';
import { connectionStorage } from './memory-storage';
import { CONNECTION, draftOf } from '../connection/a-connection';
import { MINIMAL_RUN } from './samples/runs';

const DRAFT = draftOf(CONNECTION);

const clock = { now: () => 1000 };
const random = (bytes: number) => new Uint8Array(bytes).fill(7);
const LINKS = [0, 1].map((pillar) => linkAt({ lens: 0, pillar, question: pillar, choice: 0 }));
const PLANNED = {
  create: { epics: 0, tasks: 0, subtasks: 0 },
  update: 0,
  close: 0,
  reopen: 0,
  resolve: 0,
  choose: 0,
  notes: 0,
  unchanged: 0,
};

class CountingKeyValues extends MemoryKeyValues {
  reads = 0;

  override get(key: string): Promise<unknown> {
    this.reads += 1;
    return super.get(key);
  }
}

type Act = (kvs: CountingKeyValues) => Promise<unknown>;
const connectionsOf = (kvs: CountingKeyValues) =>
  createConnectionStore({
    ...{ kvs: connectionStorage(kvs), guarded: new MemoryGuarded(kvs) },
    ...{ random, clock },
  });
const nothing: Act = () => Promise.resolve();

/** What stood there before, what reads it, and the reads that it took when records had no versions. */
test.each<[what: string, before: Act, act: Act, reads: number]>([
  ['settings of the site', nothing, (kvs) => siteSettingsOn(kvs).load(), 1],
  ['settings of a link', nothing, (kvs) => settingsOn(kvs).load('1', WORKLOAD_ARN), 1],
  [
    'a connection',
    (kvs) => connectionsOf(kvs).create(DRAFT),
    (kvs) => connectionsOf(kvs).get('0707070707070707'),
    1,
  ],
  [
    'the list of connections',
    (kvs) => connectionsOf(kvs).create(DRAFT),
    (kvs) => connectionsOf(kvs).list(),
    2,
  ],
  ['a linked workload', nothing, (kvs) => createLinkedWorkloadStore(kvs).get(WORKLOAD_ARN), 1],
  [
    'linked workloads of a project',
    (kvs) => createLinkedWorkloadStore(kvs).save(aLink(1)),
    (kvs) => createLinkedWorkloadStore(kvs).ofProject('10000'),
    11,
  ],
  [
    'links of two shards',
    (kvs) => createLinkStore(kvs).save(WORKLOAD_ARN, '1', LINKS),
    (kvs) => createLinkStore(kvs).load(WORKLOAD_ARN),
    3,
  ],
  [
    'links of two shards that are saved unchanged',
    (kvs) => createLinkStore(kvs).save(WORKLOAD_ARN, '1', LINKS),
    (kvs) => createLinkStore(kvs).save(WORKLOAD_ARN, '1', LINKS),
    3,
  ],
  ['the question of an issue', nothing, (kvs) => createIssueIndex(kvs).questionOf('1'), 1],
  ['an intent', nothing, (kvs) => intentsOf(kvs).load(WORKLOAD_ARN), 1],
  ['a run', (kvs) => createRunStore(kvs).save(MINIMAL_RUN), (kvs) => createRunStore(kvs).load('run-1'), 1],
  [
    'a page of a plan in one part',
    (kvs) => createRunStore(kvs).savePlan('run-1', []),
    (kvs) => createRunStore(kvs).loadPlanPage('run-1', 0),
    2,
  ],
  [
    'a plan that was shown',
    (kvs) => createRunStore(kvs).saveShown('run-1', { fingerprint: 'f', planned: PLANNED, planPages: 1 }),
    (kvs) => createRunStore(kvs).loadShown('run-1'),
    1,
  ],
  ['the latest run', nothing, (kvs) => createLatestRuns(kvs).ended(WORKLOAD_ARN), 1],
  ['what waits for a person', nothing, (kvs) => createAttentionStore(kvs).get(WORKLOAD_ARN), 1],
  ['clearing what waits', nothing, (kvs) => createAttentionStore(kvs).clear(WORKLOAD_ARN), 1],
  [
    'a watermark, and writing it',
    nothing,
    (kvs) => createWatermarkStore(kvs).wrote(WORKLOAD_ARN, { before: 1, at: 2 }),
    1,
  ],
  [
    'an event, seen or not',
    nothing,
    (kvs) => createSeenEvents(kvs).once('c', 'e', () => Promise.resolve()),
    1,
  ],
  [
    'what the poll has seen, and writing it',
    nothing,
    async (kvs) => {
      const store = createWatchStore(kvs, 'c', 'eu-west-1');
      await store.load();
      await store.save(new Map([[WORKLOAD_ARN, { updatedAt: 1, counts: '', fullAt: 1, lookedAt: 1 }]]));
    },
    16,
  ],
  ['a watched Region', nothing, (kvs) => createWatchedRegions(kvs).isWatched('c', 'eu-west-1'), 1],
  ['the memory of a review', nothing, (kvs) => createReviewMemory(kvs).load(WORKLOAD_ARN), 1],
  [
    'recent changes, of which there are none',
    nothing,
    (kvs) => createRecentChangesStore(kvs).load(WORKLOAD_ARN),
    1,
  ],
  ['the memory of notes', nothing, (kvs) => createNotesMemory(kvs).load(WORKLOAD_ARN, 'l'), 1],
])('reading %s', async (_what, before, act, reads) => {
  const kvs = new CountingKeyValues();
  await before(kvs);
  kvs.reads = 0;
  await act(kvs);
  expect(kvs.reads).toBe(reads);
});
