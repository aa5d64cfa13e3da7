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
  const connection = await connectionOf(reachOf(caller), connectionId, ports);
  await ports.connections.delete(connectionId);
  await ports.eventSecrets.delete(connectionId);
  await recordConnection(caller, connection, 'deleted', describe(connection), ports);
  return {};
}
