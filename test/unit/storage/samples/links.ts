import { createLinkedWorkloadStore } from '../../../../src/linked-workloads/linked-workload-store';
import { intentsOf } from '../../../builders/guarded';
import { createDeletedIssues } from '../../../../src/links/deleted-issues';
import { createIssueIndex } from '../../../../src/links/issue-index';
import { createLinkStore } from '../../../../src/links/link-store';
import type { Link } from '../../../../src/review-entries/link';
import { aLink } from '../../linked-workloads/a-link';
import { WORKLOAD_ARN } from '../../../builders/review';
import { AT, NOW, PERSON, LENS } from './facts';
import { sample, type Sample } from './sample';

const EPIC: Link = {
  identity: { workload: WORKLOAD_ARN },
  issueId: '10001',
  summary: 'Shop',
  descriptionHash: '0123456789abcdef',
  labels: [],
  synced: { review: 'open', jira: 'open' },
};
const SUBTASK: Link = {
  identity: { workload: WORKLOAD_ARN, lens: LENS, question: 'securely-operate', choice: 'sec_1' },
  pillar: 'security',
  issueId: '10003',
  summary: 'Separate workloads using accounts',
  descriptionHash: 'fedcba9876543210',
  values: '00112233aabbccdd',
  labels: ['well-architected', 'security'],
  synced: {
    ...{ review: 'done', jira: 'done', practice: 'selected' },
    closedAs: { statusId: '10002', resolutionId: '10000' },
  },
  createdBy: 'run-1',
};

export const LINKS: readonly Sample[] = [
  sample('linked-workload', 'minimal', ({ kvs }) => createLinkedWorkloadStore(kvs).save(aLink(1))),
  sample('linked-workload', 'full', ({ kvs }) =>
    createLinkedWorkloadStore(kvs).save(aLink(1, { ended: { reason: 'unlinked', at: AT, by: PERSON } })),
  ),
  sample('linked-workload', 'gone', ({ kvs }) =>
    createLinkedWorkloadStore(kvs).save(aLink(1, { ended: { reason: 'workload-gone', at: AT } })),
  ),
  sample('linked-workload-place', 'full', async ({ kvs }) => {
    for (const nth of [1, 2]) await createLinkedWorkloadStore(kvs).save(aLink(nth));
  }),
  sample('roster-epoch', 'full', ({ kvs }) => createLinkedWorkloadStore(kvs).save(aLink(1))),
  sample('roster', 'minimal', async ({ kvs }) => {
    await createLinkedWorkloadStore(kvs).rosterOf('10000');
  }),
  sample('roster', 'full', async ({ kvs }) => {
    const store = createLinkedWorkloadStore(kvs);
    await store.save(aLink(1));
    await store.rosterOf(aLink(1).projectId);
  }),
  sample('link-head', 'minimal', ({ kvs }) => createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [EPIC])),
  // Storage stops before the index is put right, so that the head says what is unsettled.
  sample('link-head', 'full', async (storage) => {
    await createLinkStore(storage.kvs).save(WORKLOAD_ARN, '10000', [EPIC, SUBTASK]);
    const changed = [EPIC, { ...SUBTASK, issueId: '10004' }];
    await createLinkStore(storage.stopping(2))
      .save(WORKLOAD_ARN, '10000', changed)
      .catch(() => undefined);
  }),
  sample('link-shard', 'minimal', ({ kvs }) => createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [EPIC])),
  sample('link-shard', 'full', ({ kvs }) => createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [SUBTASK])),
  sample('issue-index', 'minimal', ({ kvs }) => createIssueIndex(kvs).put([EPIC])),
  sample('issue-index', 'full', ({ kvs }) => createIssueIndex(kvs).put([SUBTASK])),
  sample('deleted-issue', 'full', ({ kvs }) => createDeletedIssues(kvs).add('10003')),
  sample('intent', 'minimal', ({ kvs }) =>
    intentsOf(kvs).save(WORKLOAD_ARN, {
      runId: 'run-1',
      at: NOW,
      projectId: '10000',
      afterNumber: 0,
      items: [],
    }),
  ),
  sample('intent', 'full', ({ kvs }) =>
    intentsOf(kvs).save(WORKLOAD_ARN, {
      runId: 'run-1',
      at: NOW,
      projectId: '10000',
      afterNumber: 41,
      items: [JSON.stringify([WORKLOAD_ARN, LENS, 'securely-operate', null])],
      hidden: [JSON.stringify([WORKLOAD_ARN, null, null, null])],
      hiddenIds: ['10001'],
      losses: {
        items: [{ item: JSON.stringify([WORKLOAD_ARN, LENS, 'securely-operate', null]), times: 3 }],
        inARow: 3,
        because: { code: 'jira-status', params: { status: 504 } },
        gaveUp: { runId: 'run-1', at: NOW, runs: 1 },
      },
    }),
  ),
];
