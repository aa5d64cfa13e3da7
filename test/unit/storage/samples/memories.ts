import { createReviewMemory } from '../../../../src/reviews/review-memory';
import { createNotesMemory } from '../../../../src/sync/write-back/notes-memory';
import { WORKLOAD_ARN } from '../../../builders/review';
import { NOW, LENS } from './facts';
import { sample, type Sample } from './sample';

const RISKS = { UNANSWERED: 1, HIGH: 2, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 5 };

export const MEMORIES: readonly Sample[] = [
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
  sample('notes-memory', 'minimal', ({ kvs }) =>
    createNotesMemory(kvs).save(WORKLOAD_ARN, LENS, {
      alias: 'wellarchitected',
      updatedAt: 0,
      verifiedAt: 0,
      questions: {},
    }),
  ),
  sample('notes-memory', 'full', ({ kvs }) =>
    createNotesMemory(kvs).save(WORKLOAD_ARN, LENS, {
      alias: 'wellarchitected',
      updatedAt: NOW,
      verifiedAt: NOW,
      questions: {
        'securely-operate': {
          digest: '0123456789abcdef',
          version: 2,
          check: 'fedcba9876543210',
          detail: 'titles',
        },
        // As version 1 kept it.
        identities: '0123456789abcdef',
      },
    }),
  ),
];
