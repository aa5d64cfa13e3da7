/** Connections and the workloads behind them. */
import { randomUUID } from 'node:crypto';
import type { ConnectionView, Contract, WorkloadView } from '../contract';
import type { Connection } from '../connection/model';
import { connections, openReviewSource } from '../connection/open-review-source';
import { parseConnectionInput } from '../connection/parse-input';
import { UpstreamError } from '../upstream-error';
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

/**
 * Every workload that the project can link: of each connection that serves it, in each of its Regions. One
 * that cannot be read does not hide the others.
 */
export async function listWorkloads(
  { projectKey }: Contract['workload.list']['payload'],
  site: string,
): Promise<Contract['workload.list']['result']> {
  const serving = (await connections.list()).filter((connection) => serves(connection, projectKey));
  const places = serving.flatMap(({ id, name, regions }) => regions.map((region) => ({ id, name, region })));
  const lists = await Promise.allSettled(places.map(({ id, region }) => workloadsOf(id, region, site)));
  const workloads: WorkloadView[] = [];
  const problems: string[] = [];
  for (const [index, list] of lists.entries()) {
    if (list.status === 'fulfilled') workloads.push(...list.value);
    else
      problems.push(`${places[index]?.name ?? ''}, ${places[index]?.region ?? ''}: ${reasonOf(list.reason)}`);
  }
  return { workloads, problems };
}

/** What failed upstream is for the caller; a bug is for the log. */
function reasonOf(error: unknown): string {
  if (error instanceof UpstreamError) return error.message;
  throw error;
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
