import type { ConnectionStore } from '../connection/connection-store';
import { serves, type Connection } from '../connection/model';
import { connectionStateNow, type ConnectionStatePorts } from '../connection/state-now';
import type { LinkState } from '../contract';
import { RecordError } from '../storage/problems';
import { linkState, type LinkedWorkload, type LinkFacts } from './model';

export interface ExaminedLink {
  readonly state: LinkState;
  /** Absent where it was deleted. */
  readonly connection: Connection | undefined;
}

export interface LinkStatePorts extends ConnectionStatePorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
}

/** Whether the link syncs, as things stand now. @param project as Jira answers it; undefined: it is gone. */
export async function examineLink(
  link: LinkedWorkload,
  project: LinkFacts['project'],
  ports: LinkStatePorts,
): Promise<ExaminedLink> {
  try {
    const connection = await ports.connections.get(link.connectionId);
    const facts = connection && (await factsOf(connection, link, ports));
    return { state: linkState(link, { project, connection: facts }), connection };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const connection = { unreadable: error.reason };
    return { state: linkState(link, { project, connection }), connection: undefined };
  }
}

async function factsOf(
  connection: Connection,
  { projectId, workloadArn }: LinkedWorkload,
  ports: ConnectionStatePorts,
): Promise<LinkFacts['connection']> {
  const { code, reason } = await connectionStateNow(connection, ports);
  return { serves: serves(connection, projectId, workloadArn), usable: code === 'ready', why: reason };
}
