import type { ConnectionStore } from '../../connection/connection-store';
import { sameOwner } from '../../connection/model';
import type { ConnectionView } from '../../contract';
import type { Caller, ProjectCaller } from '../caller';
import { reachOf } from './owner';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface ListConnectionsPorts extends ConnectionViewPorts {
  readonly connections: Pick<ConnectionStore, 'list'>;
}

/** Those that the caller reaches, oldest first. */
export async function listConnections(
  _: unknown,
  caller: Caller | ProjectCaller,
  ports: ListConnectionsPorts,
): Promise<{ connections: ConnectionView[] }> {
  const reach = reachOf(caller);
  const all = await ports.connections.list();
  const shown = all.filter(({ owner }) => reach === undefined || sameOwner(owner, reach));
  return { connections: await Promise.all(shown.map((connection) => toConnectionView(connection, ports))) };
}
