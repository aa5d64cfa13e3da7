import { because } from '../../audit/reasons';
import { record } from '../../audit/record';
import { ifReadable } from '../../storage/problems';
import type { AuditPorts } from '../../audit/record';
import type { EventSecretStore } from '../../automatic/event-secret-store';
import type { ConnectionStore } from '../../connection/connection-store';
import { connectionOf } from '../../connection/rules';
import type { Caller, ProjectCaller } from '../caller';
import { reachOf, type ConnectionRef } from './owner';
import { describe, recordConnection } from './record';

export interface DeleteConnectionPorts extends AuditPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'delete'>;
  readonly eventSecrets: Pick<EventSecretStore, 'delete'>;
}

/** Links through it stop; their issues stay. The role lives on in AWS until somebody deletes it there. */
export async function deleteConnection(
  { connectionId }: ConnectionRef,
  caller: Caller | ProjectCaller,
  ports: DeleteConnectionPorts,
): Promise<Record<string, never>> {
  const reach = reachOf(caller);
  // Whose a connection is that cannot be read is not known: only who reaches all of them deletes it.
  const reading = connectionOf(reach, connectionId, ports);
  const connection = await (reach === undefined ? ifReadable(reading) : reading);
  await ports.connections.delete(connectionId);
  await ports.eventSecrets.delete(connectionId);
  if (connection) {
    await recordConnection(caller, connection, 'deleted', describe(connection), ports);
    return {};
  }
  const deed = {
    action: 'connection.deleted',
    target: because('target-connection', { connectionId }),
  } as const;
  await record(caller.accountId, { ...deed, change: because('record-not-read') }, ports);
  return {};
}
