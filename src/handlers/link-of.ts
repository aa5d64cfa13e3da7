import type { LinkedWorkload } from '../linked-workloads/model';
import { Refusal } from './answer';
import type { ProjectCaller } from './caller';
import { linkedWorkloads } from './forge';

/** The project's own link; that another project has one is not told. */
export async function linkOf(
  { id, key }: ProjectCaller['project'],
  workloadArn: string,
): Promise<LinkedWorkload> {
  const link = await linkedWorkloads.get(workloadArn);
  if (link?.projectId === id) return link;
  throw new Refusal('not-found', `Project ${key} has not linked the workload ${workloadArn}.`);
}
