import { z } from 'zod';
import { findMilestone, sceneAt } from '../milestones';
import { operation } from '../operation';
import { milestoneNumber, workloadId } from '../shapes';
import { epochSeconds, workloadView } from '../views';

export const getMilestone = operation({
  name: 'GetMilestone',
  method: 'GET',
  uri: '/workloads/{WorkloadId}/milestones/{MilestoneNumber}',
  resource: 'workload',
  input: z.object({ WorkloadId: workloadId, MilestoneNumber: milestoneNumber }),
  run(scene, input) {
    const { number, name, recordedAt, workload } = findMilestone(
      scene,
      input.WorkloadId,
      input.MilestoneNumber,
    );
    return {
      WorkloadId: workload.id,
      Milestone: {
        MilestoneNumber: number,
        MilestoneName: name,
        RecordedAt: epochSeconds(recordedAt),
        Workload: workloadView(sceneAt(scene, input), workload),
      },
    };
  },
  example: ({ WorkloadId, MilestoneNumber }) => ({ WorkloadId, MilestoneNumber }),
});
