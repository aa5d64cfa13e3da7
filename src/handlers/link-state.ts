import { serves } from '../connection/model';
import { connections } from '../connection/open-review-source';
import type { LinkedWorkloadView, LinkState } from '../contract';
import {
  linkState,
  toLinkedWorkloadView,
  type LinkedWorkload,
  type LinkFacts,
} from '../linked-workloads/model';
import { stateOf } from './connection-view';

/** Whether the link syncs, as things stand now. @param project as Jira answers it; undefined: it is gone. */
export async function stateOfLink(link: LinkedWorkload, project: LinkFacts['project']): Promise<LinkState> {
  return linkState(link, { project, connection: await connectionFacts(link) });
}

export async function linkedView(
  link: LinkedWorkload,
  project: LinkFacts['project'],
): Promise<LinkedWorkloadView> {
  const connection = await connections.get(link.connectionId);
  const served = connection && serves(connection, link.projectId, link.workloadArn);
  return toLinkedWorkloadView(link, served ? connection.name : undefined, await stateOfLink(link, project));
}

async function connectionFacts(link: LinkedWorkload): Promise<LinkFacts['connection']> {
  const connection = await connections.get(link.connectionId);
  if (!connection) return undefined;
  const { code, message } = await stateOf(connection);
  return {
    serves: serves(connection, link.projectId, link.workloadArn),
    usable: code === 'ready',
    why: message,
  };
}
