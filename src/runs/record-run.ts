import { record, type AuditPorts } from '../audit/record';
import { inWords } from '../in-words';
import type { Reason } from '../reason';
import type { Run } from './model';

/** A sync is told when it begins and when it ends; previews change nothing and are not told. */
export async function recordRun(
  { mode, startedBy, workloadArn, projectId }: Run,
  action: 'sync.started' | 'sync.ended',
  why: Reason,
  ports: AuditPorts,
): Promise<void> {
  if (mode !== 'sync') return;
  const details = inWords(why);
  await record(startedBy, { action, subject: `workload ${workloadArn}`, projectId, details }, ports);
}
