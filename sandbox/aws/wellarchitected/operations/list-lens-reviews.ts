import { z } from 'zod';
import { findWorkload } from '../find';
import { sceneAt } from '../milestones';
import { operation } from '../operation';
import { pageOf } from '../paging';
import { integer, milestoneNumber, nextToken, workloadId } from '../shapes';
import { lensReviewSummary } from '../views';

export const listLensReviews = operation({
  name: 'ListLensReviews',
  method: 'GET',
  uri: '/workloads/{WorkloadId}/lensReviews',
  resource: 'workload',
  query: ['MilestoneNumber', 'NextToken', 'MaxResults'],
  input: z.object({
    WorkloadId: workloadId,
    MilestoneNumber: milestoneNumber.optional(),
    NextToken: nextToken.optional(),
    MaxResults: integer(1, 50).optional(),
  }),
  example: ({ WorkloadId }) => ({ WorkloadId, MaxResults: 5 }),
  run(now, input) {
    const scene = sceneAt(now, input);
    const workload = findWorkload(scene, input.WorkloadId);
    const { items, ...next } = pageOf(
      workload.reviews,
      ['ListLensReviews', workload.id, input.MilestoneNumber],
      input,
      50,
    );
    return {
      WorkloadId: workload.id,
      LensReviewSummaries: items.map((review) => lensReviewSummary(scene, workload, review)),
      ...next,
    };
  },
});
