import type { ProjectRef } from '../jira/model';
import { Refusal } from '../refusal';
import type { LinkedWorkload } from './model';
import type { LinkedWorkloadStore } from './linked-workload-store';
import { because } from './reasons';

/** The project's own link; that another project has one is not told. Throws Refusal. */
export async function linkOf(
  { id, key }: Pick<ProjectRef, 'id' | 'key'>,
  workloadArn: string,
  { linkedWorkloads }: { readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'> },
): Promise<LinkedWorkload> {
  const link = await linkedWorkloads.get(workloadArn);
  if (link?.projectId === id) return link;
  throw new Refusal('not-found', because('not-linked', { project: key, workload: workloadArn }));
}
