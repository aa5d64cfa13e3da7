/** Connections and the workloads behind them. */
import { randomUUID } from 'node:crypto';
import type { ConnectionView, Contract, WorkloadView } from '../contract';
import type { Connection } from '../connection/model';
import { connections, openReviewSource } from '../connection/open-review-source';
import { parseConnectionInput } from '../connection/parse-input';
import { Refusal } from './answer';

/** Stores a connection. The external id is the app's own making and goes into the role's trust policy. */
export async function createConnection(payload: unknown): Promise<Contract['connection.create']['result']> {
  const parsed = parseConnectionInput(payload);
  if (!parsed.ok) throw new Refusal('invalid', parsed.problems.join(' '));
  const { id, externalId } = await connections.create(parsed.connection, parsed.secret);
  return { connectionId: id, externalId };
}

export async function listConnections(): Promise<Contract['connection.list']['result']> {
  return { connections: (await connections.list()).map(toView) };
}

/** Every workload that the project can link: of each connection that serves it, in each of its Regions. */
export async function listWorkloads(
  { projectKey }: Contract['workload.list']['payload'],
  site: string,
): Promise<Contract['workload.list']['result']> {
  const serving = (await connections.list()).filter((connection) => serves(connection, projectKey));
  const lists = await Promise.all(
    serving.flatMap(({ id, regions }) => regions.map((region) => workloadsOf(id, region, site))),
  );
  return { workloads: lists.flat() };
}

/** The connection, if it serves the project; another project's connection is not even confirmed to exist. */
export async function connectionFor(projectKey: string, connectionId: string): Promise<Connection> {
  const connection = await connections.get(connectionId);
  if (connection && serves(connection, projectKey)) return connection;
  throw new Refusal('not-found', `Project ${projectKey} has no such AWS connection.`);
}

function serves(connection: Connection, projectKey: string): boolean {
  return connection.projectKeys.includes(projectKey);
}

async function workloadsOf(connectionId: string, region: string, site: string): Promise<WorkloadView[]> {
  const source = await openReviewSource(connectionId, region, { runId: `list-${randomUUID()}`, site });
  return (await source.workloads()).map((workload) => ({
    connectionId,
    ...workload,
    riskCounts: { ...workload.riskCounts },
  }));
}

function toView({ id, name, roleArn, externalId, regions, projectKeys }: Connection): ConnectionView {
  return { id, name, roleArn, externalId, regions: [...regions], projectKeys: [...projectKeys] };
}
