import { z } from 'zod';
import { findWorkload } from '../find';
import { operation } from '../operation';
import { lensAliases, workloadId } from '../shapes';
import { addReviews, checkLensCount, requireLenses } from '../workloads';

/** A lens that the workload already has stays as it is (unverified). */
export const associateLenses = operation({
  name: 'AssociateLenses',
  method: 'PATCH',
  uri: '/workloads/{WorkloadId}/associateLenses',
  input: z.object({ WorkloadId: workloadId, LensAliases: lensAliases }),
  run(scene, { WorkloadId, LensAliases }) {
    const workload = findWorkload(scene, WorkloadId);
    checkLensCount(LensAliases);
    addReviews(scene, workload, requireLenses(scene, LensAliases));
  },
});
