import { serves, type Connection } from '../connection/model';
import { connections } from '../connection/open-review-source';
import type { LinkedWorkloadView, LinkState } from '../contract';
import {
  linkState,
  toLinkedWorkloadView,
  type LinkedWorkload,
  type LinkFacts,
} from '../linked-workloads/model';
import { stateOf } from './connection-view';

export interface ExaminedLink {
  readonly state: LinkState;
  /** Absent where it was deleted. */
  readonly connection: Connection | undefined;
}

/** Whether the link syncs, as things stand now. @param project as Jira answers it; undefined: it is gone. */
export async function examineLink(
  link: LinkedWorkload,
  project: LinkFacts['project'],
): Promise<ExaminedLink> {
  const connection = await connections.get(link.connectionId);
  const facts = connection && (await factsOf(connection, link));
  return { state: linkState(link, { project, connection: facts }), connection };
}

/** As the project's people see it. */
export async function linkedView(
  link: LinkedWorkload,
  project: LinkFacts['project'],
): Promise<LinkedWorkloadView> {
  const { state, connection } = await examineLink(link, project);
  const served = connection && serves(connection, link.projectId, link.workloadArn);
  return toLinkedWorkloadView(link, served ? connection.name : undefined, state);
}

async function factsOf(
  connection: Connection,
  { projectId, workloadArn }: LinkedWorkload,
): Promise<LinkFacts['connection']> {
  const { code, message } = await stateOf(connection);
  return { serves: serves(connection, projectId, workloadArn), usable: code === 'ready', why: message };
}
