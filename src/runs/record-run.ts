import { because } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import type { Reason } from '../reason';
import type { Run } from './model';

/** A sync is told when it begins and when it ends; previews change nothing and are not told. */
export async function recordRun(
  { mode, startedBy, workloadArn, projectId }: Run,
  action: 'sync.started' | 'sync.changed' | 'sync.ended',
  change: Reason,
  lines: readonly Reason[],
  ports: AuditPorts,
): Promise<void> {
  if (mode !== 'sync') return;
  await record(
    startedBy,
    { action, target: because('target-workload', { workload: workloadArn }), projectId, change, lines },
    ports,
  );
}
