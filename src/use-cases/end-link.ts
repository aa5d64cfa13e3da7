/** The end of a link, whoever of those that may asks for it. */
import { because as tell } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import { timestamp, type Clock } from '../clock';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { LinkedWorkload } from '../linked-workloads/model';

export interface EndLinkPorts extends AuditPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'save'>;
  readonly clock: Clock;
}

/** Syncing stops at once, also of a run under way; issues and notes stay. It is told in the log of the link's project. */
export async function endLink(
  link: LinkedWorkload,
  accountId: string,
  ports: EndLinkPorts,
): Promise<LinkedWorkload> {
  const { projectId, workloadArn, name } = link;
  const ended = { reason: 'unlinked', at: timestamp(ports.clock), by: accountId } as const;
  const after: LinkedWorkload = { ...link, ended };
  await ports.linkedWorkloads.save(after);
  const target = tell('target-workload', { workload: workloadArn });
  const change = tell('workload-unlinked', { workload: name });
  await record(accountId, { action: 'workload.unlinked', target, projectId, change }, ports);
  return after;
}
