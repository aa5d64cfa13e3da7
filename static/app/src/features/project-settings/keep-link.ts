import { amend, refresh } from '../../data/answers';
import type { LinkedWorkloadView } from '../../../../../src/contract';

/** Puts a link that a change answered into the list of the project's links. */
export async function keepLink(projectKey: string, link: LinkedWorkloadView): Promise<void> {
  const before = { lacksSome: false };
  await amend('workload.linked', { projectKey }, ({ workloads, ...list }) => {
    before.lacksSome = list.unreadable !== undefined;
    const isKnown = workloads.some(({ workloadArn }) => workloadArn === link.workloadArn);
    const after = isKnown
      ? workloads.map((known) => (known.workloadArn === link.workloadArn ? link : known))
      : [...workloads, link];
    return { ...list, workloads: after };
  });
  // It may be what the list lacked.
  if (before.lacksSome) refresh('workload.linked');
}
