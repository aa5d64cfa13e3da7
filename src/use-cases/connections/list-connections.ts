import type { ConnectionStore } from '../../connection/connection-store';
import { connectionRecord, sameOwner } from '../../connection/model';
import type { Contract } from '../../contract';
import type { Caller, ProjectCaller } from '../caller';
import { unreadableOf } from '../unreadable';
import { reachOf } from './owner';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface ListConnectionsPorts extends ConnectionViewPorts {
  readonly connections: Pick<ConnectionStore, 'listAll'>;
}

/** Those that the caller reaches, oldest first. Whose one is that cannot be read is not known: Jira admins see it. */
export async function listConnections(
  _: unknown,
  caller: Caller | ProjectCaller,
  ports: ListConnectionsPorts,
): Promise<Contract['connection.list']['result']> {
  const reach = reachOf(caller);
  const { records, problems } = await ports.connections.listAll();
  const shown = records.filter(({ owner }) => reach === undefined || sameOwner(owner, reach));
  const connections = await Promise.all(shown.map((connection) => toConnectionView(connection, ports)));
  if (reach !== undefined) return { connections };
  return { connections, ...unreadableOf(problems, CONNECTIONS) };
}

const CONNECTIONS = { name: connectionRecord.name, prefix: connectionRecord.key('') };
