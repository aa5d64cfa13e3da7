import { z } from 'zod';
import { findWorkload } from '../find';
import { milestonesOf, sceneAt } from '../milestones';
import { operation } from '../operation';
import { pageOf } from '../paging';
import { integer, nextToken, workloadId } from '../shapes';
import { epochSeconds, workloadSummary } from '../views';

/** By number, the oldest first (which order the tool keeps is not documented). */
export const listMilestones = operation({
  name: 'ListMilestones',
  method: 'POST',
  uri: '/workloads/{WorkloadId}/milestonesSummaries',
  resource: 'workload',
  input: z.object({
    WorkloadId: workloadId,
    NextToken: nextToken.optional(),
    MaxResults: integer(1, 50).optional(),
  }),
  example: ({ WorkloadId }) => ({ WorkloadId, MaxResults: 5 }),
  run(scene, input) {
    const workload = findWorkload(scene, input.WorkloadId);
    const all = milestonesOf(scene.records, workload.id);
    const { items, ...next } = pageOf(all, ['ListMilestones', workload.id], input, 50);
    return {
      WorkloadId: workload.id,
      MilestoneSummaries: items.map(({ number, name, recordedAt, workload: then }) => ({
        MilestoneNumber: number,
        MilestoneName: name,
        RecordedAt: epochSeconds(recordedAt),
        WorkloadSummary: workloadSummary(
          sceneAt(scene, { WorkloadId: workload.id, MilestoneNumber: number }),
          then,
        ),
      })),
      ...next,
    };
  },
});
