import { z } from 'zod';
import { withClientToken } from '../client-token';
import { findWorkload } from '../find';
import { saveMilestone } from '../milestones';
import { operation } from '../operation';
import { clientRequestToken, milestoneName, workloadId } from '../shapes';

export const createMilestone = operation({
  name: 'CreateMilestone',
  method: 'POST',
  uri: '/workloads/{WorkloadId}/milestones',
  resource: 'workload',
  input: z.object({
    WorkloadId: workloadId,
    MilestoneName: milestoneName,
    ClientRequestToken: clientRequestToken,
  }),
  example: ({ WorkloadId }) => ({
    WorkloadId,
    MilestoneName: 'An example',
    ClientRequestToken: 'example-milestone',
  }),
  run(scene, { ClientRequestToken, ...rest }) {
    return withClientToken(scene, 'CreateMilestone', ClientRequestToken, rest, () => {
      const workload = findWorkload(scene, rest.WorkloadId);
      return {
        WorkloadId: workload.id,
        MilestoneNumber: saveMilestone(scene, workload, rest.MilestoneName).number,
      };
    });
  },
});
