import { z } from 'zod';
import { findWorkload } from '../find';
import { operation } from '../operation';
import {
  improvementStatus,
  workloadDescription,
  workloadEnvironment,
  workloadId,
  workloadMembers,
  workloadName,
} from '../shapes';
import { workloadView } from '../views';
import { checkNameIsFree, defined } from '../workloads';

export const updateWorkload = operation({
  name: 'UpdateWorkload',
  method: 'PATCH',
  uri: '/workloads/{WorkloadId}',
  resource: 'workload',
  input: z.object({
    ...workloadMembers,
    WorkloadId: workloadId,
    WorkloadName: workloadName.optional(),
    Description: workloadDescription.optional(),
    Environment: workloadEnvironment.optional(),
    IsReviewOwnerUpdateAcknowledged: z.boolean().optional(),
    ImprovementStatus: improvementStatus.optional(),
  }),
  example: ({ WorkloadId }) => ({ WorkloadId, ImprovementStatus: 'IN_PROGRESS' as const }),
  run(scene, { WorkloadId, ...changes }) {
    const workload = findWorkload(scene, WorkloadId);
    if (changes.WorkloadName !== undefined) checkNameIsFree(scene, changes.WorkloadName, WorkloadId);
    const details = { ...workload.details, ...defined(changes) };
    const updated = { ...workload, details, updatedAt: scene.clock.now() };
    scene.records.workloads.set(WorkloadId, updated);
    return { Workload: workloadView(scene, updated) };
  },
});
