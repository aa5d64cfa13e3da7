import { z } from 'zod';
import { canSee } from '../find';
import { operation } from '../operation';
import { pageOf } from '../paging';
import { integer, nextToken, text } from '../shapes';
import { workloadSummary } from '../views';

/**
 * Workloads that the caller's account has or shares in the request's Region. That case counts in the prefix is
 * unverified (A26).
 */
export const listWorkloads = operation({
  name: 'ListWorkloads',
  method: 'POST',
  uri: '/workloadsSummaries',
  resource: 'none',
  input: z.object({
    WorkloadNamePrefix: text({ min: 0, max: 100 }).optional(),
    NextToken: nextToken.optional(),
    MaxResults: integer(1, 50).optional(),
  }),
  example: () => ({ MaxResults: 5 }),
  run(scene, input) {
    const { WorkloadNamePrefix: prefix = '' } = input;
    const workloads = [...scene.records.workloads.values()].filter(
      (workload) =>
        workload.region === scene.region &&
        canSee(workload, scene.account) &&
        workload.details.WorkloadName.startsWith(prefix),
    );
    const { items, ...next } = pageOf(workloads, ['ListWorkloads', scene.region, prefix], input, 50);
    return { WorkloadSummaries: items.map((workload) => workloadSummary(scene, workload)), ...next };
  },
});
