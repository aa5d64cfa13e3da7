import { keep, peek } from '../../data/answers';
import type { LinkedWorkloadView } from '../../../../../src/contract';

/** Puts a link that a change answered into the list of the project's links. */
export function keepLink(projectKey: string, link: LinkedWorkloadView): void {
  const asked = peek('workload.linked', { projectKey });
  if (asked.state !== 'ready') return;
  const { workloads, administers } = asked.data;
  const isKnown = workloads.some(({ workloadArn }) => workloadArn === link.workloadArn);
  const after = isKnown
    ? workloads.map((known) => (known.workloadArn === link.workloadArn ? link : known))
    : [...workloads, link];
  keep('workload.linked', { projectKey }, { workloads: after, administers });
}
