import { z } from 'zod';
import { findReview } from '../find';
import { sceneAt } from '../milestones';
import { operation } from '../operation';
import { lensAlias, milestoneNumber, workloadId } from '../shapes';
import { lensReviewView } from '../views';

export const getLensReview = operation({
  name: 'GetLensReview',
  method: 'GET',
  uri: '/workloads/{WorkloadId}/lensReviews/{LensAlias}',
  resource: 'workload',
  query: ['MilestoneNumber'],
  input: z.object({
    WorkloadId: workloadId,
    LensAlias: lensAlias,
    MilestoneNumber: milestoneNumber.optional(),
  }),
  example: ({ WorkloadId, LensAlias }) => ({ WorkloadId, LensAlias }),
  run(now, input) {
    const scene = sceneAt(now, input);
    const { workload, review } = findReview(scene, input);
    return { WorkloadId: workload.id, LensReview: lensReviewView(scene, workload, review) };
  },
});
