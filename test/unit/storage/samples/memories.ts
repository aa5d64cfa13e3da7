import type { Remembered } from '../../../../src/notes/written-block';
import { createKnownQuestions } from '../../../../src/reviews/known-questions';
import { createReviewMemory } from '../../../../src/reviews/review-memory';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import { createWayStore } from '../../../../src/jira/way-store';
import { createNotesMemory } from '../../../../src/sync/write-back/notes-memory';
import { createTriageStore } from '../../../../src/triage/triage-store';
import { WORKLOAD_ARN } from '../../../builders/review';
import { clock, NOW, LENS } from './facts';
import { sample, type Sample } from './sample';

const RISKS = { UNANSWERED: 1, HIGH: 2, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 5 };

const OPEN = { id: '1', name: 'Open' };
const DOING = { id: '3', name: 'In Progress' };
const CLOSED = { id: '10003', name: 'Closed' };

export const MEMORIES: readonly Sample[] = [
  sample('recent-changes', 'minimal', ({ kvs }) =>
    createRecentChangesStore(kvs).save(WORKLOAD_ARN, {
      changes: [{ kind: 'blocksRemoved', at: NOW, runId: 'run-1', title: 'How do you operate?' }],
      there: [],
      stopped: [],
    }),
  ),
  sample('recent-changes', 'full', ({ kvs }) =>
    createRecentChangesStore(kvs).save(WORKLOAD_ARN, {
      changes: [
        {
          ...{ kind: 'choicesFinished', at: NOW, runId: 'run-1', title: 'Separate workloads using accounts' },
          ...{
            lens: LENS,
            question: 'securely-operate',
            choice: 'sec_1',
            issueId: '10003',
            issueKey: 'WA-3',
          },
          practice: {
            was: { state: 'notApplicable', reason: 'OUT_OF_SCOPE', notes: 'Not ours' },
            is: { state: 'selected', reason: null, notes: null },
            cleared: ['sec_1_no'],
          },
          synced: { review: 'open', jira: 'open' },
        },
        {
          ...{
            kind: 'issuesClosed',
            at: NOW,
            runId: 'run-1',
            title: 'How do you operate?',
            issueId: '10002',
          },
          ...{ lens: LENS, question: 'securely-operate', issueKey: 'WA-2' },
          moved: {
            was: { status: OPEN, resolution: null },
            is: { status: CLOSED, resolution: { id: '10000', name: 'Done' } },
          },
          synced: {
            ...{ review: 'done', jira: 'done', practice: 'selected' },
            closedAs: { statusId: '10003', resolutionId: '10000' },
          },
        },
      ],
      there: [{ at: NOW, counts: { choicesFinished: 104, issuesClosed: 161 } }],
      stopped: [{ kind: 'choicesFinished', at: NOW }],
    }),
  ),
  sample('known-questions', 'minimal', async ({ kvs }) => {
    const save = await createKnownQuestions(kvs, clock).open(WORKLOAD_ARN);
    await save([]);
  }),
  sample('known-questions', 'full', async ({ kvs }) => {
    const known = createKnownQuestions(kvs, clock);
    const save = await known.open(WORKLOAD_ARN);
    await save(['ops_01', 'sec_01']);
    await known.asked(WORKLOAD_ARN);
  }),
  sample('review-memory', 'minimal', ({ kvs }) =>
    createReviewMemory(kvs).save(WORKLOAD_ARN, { readAt: NOW, lenses: [] }),
  ),
  sample('review-memory', 'full', ({ kvs }) =>
    createReviewMemory(kvs).save(WORKLOAD_ARN, {
      readAt: NOW,
      lenses: [
        {
          identity: LENS,
          alias: 'wellarchitected',
          version: '2024-06-27',
          name: 'AWS Well-Architected Framework',
          status: 'CURRENT',
          riskCounts: RISKS,
          pillars: [{ id: 'security', name: 'Security', riskCounts: RISKS }],
        },
      ],
    }),
  ),
  sample('triage', 'minimal', ({ kvs }) =>
    createTriageStore(kvs).claim(WORKLOAD_ARN, { projectId: '10000', lenses: [] }),
  ),
  sample('triage', 'full', ({ kvs }) =>
    createTriageStore(kvs).claim(WORKLOAD_ARN, {
      projectId: '10000',
      lenses: [
        {
          ...{ identity: LENS, name: 'AWS Well-Architected Framework' },
          pillars: [
            {
              ...{ label: 'security', name: 'Security' },
              questions: [
                {
                  ...{ id: 'securely-operate', title: 'How do you operate?', task: '10002', risk: 'HIGH' },
                  issues: [['10003', 'Separate workloads using accounts']],
                },
              ],
            },
          ],
        },
      ],
    }),
  ),
  sample('notes-memory', 'minimal', ({ kvs }) =>
    createNotesMemory(kvs).save(WORKLOAD_ARN, LENS, {
      alias: 'wellarchitected',
      updatedAt: 0,
      verifiedAt: 0,
      questions: new Map(),
    }),
  ),
  sample('notes-memory', 'full', ({ kvs }) =>
    createNotesMemory(kvs).save(WORKLOAD_ARN, LENS, {
      alias: 'wellarchitected',
      updatedAt: NOW,
      write: { before: NOW, at: NOW },
      verifiedAt: NOW,
      questions: new Map<string, Remembered>([
        [
          'securely-operate',
          { digest: '0123456789abcdef', version: 2, check: 'fedcba9876543210', detail: 'titles' },
        ],
        // As version 1 kept it.
        ['identities', '0123456789abcdef'],
      ]),
    }),
  ),
  sample('ways', 'minimal', ({ kvs }) => createWayStore(kvs).save('10000', [])),
  sample('ways', 'full', ({ kvs }) =>
    createWayStore(kvs).save('10000', [
      { issueTypeId: '10002', level: 'task', to: 'done:10003', steps: [OPEN, DOING, CLOSED] },
      {
        ...{ issueTypeId: '10003', level: 'subtask', to: 'done', steps: [OPEN, DOING] },
        stuckAt: { issueId: '10010' },
      },
    ]),
  ),
];
