import { because as tell } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import type { Contract } from '../contract';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { Refusal } from '../refusal';
import type { ProjectCaller } from './caller';
import { because } from './reasons';

export interface UnlinkUnreadablePorts extends AuditPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'deleteUnreadable'>;
}

/** Unlinks a workload whose record cannot be read, so that nobody knows its name; its issues stay. */
export async function unlinkUnreadable(
  { id }: Pick<Contract['workload.unlinkUnreadable']['payload'], 'id'>,
  { accountId, project }: ProjectCaller,
  ports: UnlinkUnreadablePorts,
): Promise<Record<string, never>> {
  if (!(await ports.linkedWorkloads.deleteUnreadable(project.id, id))) {
    throw new Refusal('not-found', because('nothing-unreadable', { project: project.key, id }));
  }
  const deed = {
    action: 'workload.unlinked',
    target: tell('target-workload', { workload: id }),
    projectId: project.id,
  } as const;
  await record(accountId, { ...deed, change: tell('record-not-read') }, ports);
  return {};
}
