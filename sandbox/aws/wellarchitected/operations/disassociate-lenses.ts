import { z } from 'zod';
import { validationError } from '../errors';
import { findReview, findWorkload } from '../find';
import { operation } from '../operation';
import { lensAliases, workloadId } from '../shapes';
import { checkLensCount, removeReviews } from '../workloads';

/** The framework lens cannot be removed from a workload (service model). */
export const disassociateLenses = operation({
  name: 'DisassociateLenses',
  method: 'PATCH',
  uri: '/workloads/{WorkloadId}/disassociateLenses',
  resource: 'workload',
  input: z.object({ WorkloadId: workloadId, LensAliases: lensAliases }),
  example: ({ WorkloadId, LensAlias }) => ({ WorkloadId, LensAliases: [LensAlias] }),
  run(scene, { WorkloadId, LensAliases }) {
    const workload = findWorkload(scene, WorkloadId);
    checkLensCount(LensAliases);
    const lenses = LensAliases.map((LensAlias) => findReview(scene, { WorkloadId, LensAlias }).lens);
    if (lenses.some((lens) => lens.officialAlias === 'wellarchitected')) {
      throw validationError('the lens wellarchitected cannot be removed from a workload');
    }
    removeReviews(scene.records, workload, lenses, scene.clock.now());
  },
});
