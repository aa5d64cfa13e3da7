import { z } from 'zod';
import { findWorkload } from '../find';
import { operation } from '../operation';
import { lensAliases, workloadId } from '../shapes';
import { addReviews, checkLensCount, requireLenses } from '../workloads';

/** A lens that the workload already has stays as it is (unverified, A27). */
export const associateLenses = operation({
  name: 'AssociateLenses',
  method: 'PATCH',
  uri: '/workloads/{WorkloadId}/associateLenses',
  resource: 'workload',
  input: z.object({ WorkloadId: workloadId, LensAliases: lensAliases }),
  example: ({ WorkloadId, LensAlias }) => ({ WorkloadId, LensAliases: [LensAlias] }),
  run(scene, { WorkloadId, LensAliases }) {
    const workload = findWorkload(scene, WorkloadId);
    checkLensCount(LensAliases);
    addReviews(scene, workload, requireLenses(scene, LensAliases));
  },
});
