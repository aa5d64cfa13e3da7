import { z } from 'zod';
import { findWorkload } from '../find';
import { operation } from '../operation';
import { workloadId } from '../shapes';
import { workloadView } from '../views';

export const getWorkload = operation({
  name: 'GetWorkload',
  method: 'GET',
  uri: '/workloads/{WorkloadId}',
  resource: 'workload',
  input: z.object({ WorkloadId: workloadId }),
  example: ({ WorkloadId }) => ({ WorkloadId }),
  run: (scene, { WorkloadId }) => ({ Workload: workloadView(scene, findWorkload(scene, WorkloadId)) }),
});
