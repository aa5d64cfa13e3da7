import { because } from '../../audit/reasons';
import { record, type AuditPorts } from '../../audit/record';
import type { Connection } from '../../connection/model';
import type { Reason } from '../../reason';
import type { Caller } from '../caller';

type What =
  'created' | 'changed' | 'serves' | 'tested' | 'risk-accepted' | 'events-on' | 'events-off' | 'deleted';

export async function recordConnection(
  { accountId }: Caller,
  { id, owner }: Connection,
  what: What,
  change: Reason,
  ports: AuditPorts,
): Promise<void> {
  const projectId = owner.kind === 'project' ? owner.projectId : undefined;
  const target = because('target-connection', { connectionId: id });
  const deed = { action: `connection.${what}`, target, projectId, change } as const;
  await record(accountId, deed, ports);
}

export function describe({ name, roleArn, regions, access }: Connection): Reason {
  const role = roleArn ?? because('role-not-entered');
  return because('connection-described', { connection: name, role, access, regions });
}
