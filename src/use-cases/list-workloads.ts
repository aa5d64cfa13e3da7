import type { AwsAccess } from '../connection/aws-access';
import type { ConnectionStore } from '../connection/connection-store';
import { serves, type Connection } from '../connection/model';
import { SITE } from '../connection/rules';
import { connectionStateNow, type ConnectionStatePorts } from '../connection/state-now';
import type { Contract, WorkloadView } from '../contract';
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import type { ProjectCaller } from './caller';
import { forViewers } from './for-viewers';
import { because } from './reasons';

export interface ListWorkloadsPorts extends ConnectionStatePorts {
  readonly connections: Pick<ConnectionStore, 'ofOwner'>;
  readonly aws: Pick<AwsAccess, 'openReviews'>;
  readonly newId: () => string;
}

/**
 * Every workload that the project can link: of each usable connection that serves it, in each of its Regions.
 * One that cannot be read does not hide the others.
 */
export async function listWorkloads(
  _: unknown,
  caller: ProjectCaller,
  ports: ListWorkloadsPorts,
): Promise<Contract['workload.list']['result']> {
  const { project } = caller;
  const owners = [SITE, { kind: 'project', projectId: project.id }] as const;
  const lists = await Promise.all(owners.map((owner) => ports.connections.ofOwner(owner)));
  const all = lists.flatMap(({ records }) => records);
  const serving = all.filter((connection) => serves(connection, project.id));
  return join(await Promise.all(serving.map((connection) => workloadsThrough(connection, caller, ports))));
}

interface Found {
  readonly workloads: WorkloadView[];
  readonly problems: Reason[];
}

function join(parts: readonly Found[]): Found {
  return {
    workloads: parts.flatMap(({ workloads }) => workloads),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

async function workloadsThrough(
  connection: Connection,
  { project, site }: ProjectCaller,
  ports: ListWorkloadsPorts,
): Promise<Found> {
  const state = await connectionStateNow(connection, ports);
  if (state.code !== 'ready') {
    const problem = because('connection-says', { connection: connection.name, why: state.reason });
    return { workloads: [], problems: [problem] };
  }
  const regions = connection.regions.map((region) => workloadsIn(connection, region, site, ports));
  const { workloads, problems } = join(await Promise.all(regions));
  return { workloads: workloads.filter(({ arn }) => serves(connection, project.id, arn)), problems };
}

async function workloadsIn(
  { id, name }: Connection,
  region: string,
  site: string,
  { aws, newId }: ListWorkloadsPorts,
): Promise<Found> {
  try {
    const source = await aws.openReviews(id, region, { runId: `list-${newId()}`, site });
    const found = await source.workloads();
    const workloads = found.map(({ riskCounts, ...workload }) => ({
      connectionId: id,
      ...workload,
      riskCounts: { ...riskCounts },
    }));
    return { workloads, problems: [] };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    const problem = because('region-says', { connection: name, region, why: forViewers(error.reason) });
    return { workloads: [], problems: [problem] };
  }
}
