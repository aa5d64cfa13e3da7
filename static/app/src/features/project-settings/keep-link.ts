import { amend } from '../../data/answers';
import type { LinkedWorkloadView } from '../../../../../src/contract';

/** Puts a link that a change answered into the list of the project's links. */
export function keepLink(projectKey: string, link: LinkedWorkloadView): Promise<void> {
  return amend('workload.linked', { projectKey }, ({ workloads, administers }) => {
    const isKnown = workloads.some(({ workloadArn }) => workloadArn === link.workloadArn);
    const after = isKnown
      ? workloads.map((known) => (known.workloadArn === link.workloadArn ? link : known))
      : [...workloads, link];
    return { workloads: after, administers };
  });
}
