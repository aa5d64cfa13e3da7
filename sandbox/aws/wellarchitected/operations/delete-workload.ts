import { z } from 'zod';
import { withClientToken } from '../client-token';
import { findWorkload } from '../find';
import { operation } from '../operation';
import { clientRequestToken, workloadId } from '../shapes';
import { removeWorkload } from '../workloads';

export const deleteWorkload = operation({
  name: 'DeleteWorkload',
  method: 'DELETE',
  uri: '/workloads/{WorkloadId}',
  resource: 'workload',
  query: ['ClientRequestToken'],
  input: z.object({ WorkloadId: workloadId, ClientRequestToken: clientRequestToken }),
  example: ({ WorkloadId }) => ({ WorkloadId, ClientRequestToken: 'example' }),
  run(scene, { WorkloadId, ClientRequestToken }) {
    return withClientToken(scene, 'DeleteWorkload', ClientRequestToken, { WorkloadId }, () => {
      removeWorkload(scene.records, findWorkload(scene, WorkloadId));
    });
  },
});
