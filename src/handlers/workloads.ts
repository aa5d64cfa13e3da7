/** Workloads that a project can link, and those that it has linked. */
import { randomUUID } from 'node:crypto';
import { withoutConnectionFacts } from '../connection/connection-facts';
import { serves, type Connection } from '../connection/model';
import { connections, openReviewSource } from '../connection/open-review-source';
import type { Contract, LinkedWorkloadView, WorkloadView } from '../contract';
import { linkConflict, type LinkedWorkload } from '../linked-workloads/model';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { Refusal } from './answer';
import { administersProject, type ProjectCaller } from './caller';
import { stateOf } from './connection-view';
import { jiraAsApp, linkedWorkloads } from './forge';
import { linkOf } from './link-of';
import { linkedView } from './link-state';
import { record } from './record';
import { beginIfAutomatic } from './switch-automatic';

type Linking = Contract['workload.link']['payload'];

/**
 * Every workload that the project can link: of each usable connection that serves it, in each of its Regions.
 * One that cannot be read does not hide the others.
 */
export async function listWorkloads(
  _: unknown,
  { project, site }: ProjectCaller,
): Promise<Contract['workload.list']['result']> {
  const serving = (await connections.list()).filter((connection) => serves(connection, project.id));
  const parts = await Promise.all(
    serving.map((connection) => workloadsThrough(connection, project.id, site)),
  );
  return {
    workloads: parts.flatMap(({ workloads }) => workloads),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

interface Found {
  readonly workloads: readonly WorkloadView[];
  readonly problems: readonly string[];
}

async function workloadsThrough(connection: Connection, projectId: string, site: string): Promise<Found> {
  const state = await stateOf(connection);
  if (state.code !== 'ready') return { workloads: [], problems: [`${connection.name}: ${state.message}`] };
  const regions = await Promise.all(
    connection.regions.map((region) => workloadsIn(connection, region, site)),
  );
  return {
    workloads: regions
      .flatMap(({ workloads }) => workloads)
      .filter(({ arn }) => serves(connection, projectId, arn)),
    problems: regions.flatMap(({ problems }) => problems),
  };
}

async function workloadsIn({ id, name }: Connection, region: string, site: string): Promise<Found> {
  try {
    const source = await openReviewSource(id, region, { runId: `list-${randomUUID()}`, site });
    const found = await source.workloads();
    const workloads = found.map(({ riskCounts, ...workload }) => ({
      connectionId: id,
      ...workload,
      riskCounts: { ...riskCounts },
    }));
    return { workloads, problems: [] };
  } catch (error) {
    if (error instanceof UpstreamError) {
      return { workloads: [], problems: [`${name}, ${region}: ${withoutConnectionFacts(error.message)}`] };
    }
    throw error;
  }
}

/**
 * Links a workload to the project once AWS shows it through the connection: an ARN alone proves nothing. The
 * same link again changes nothing; through another connection it changes to that.
 */
export async function linkWorkload(
  { connectionId, workloadArn }: Linking,
  { accountId, project, site }: ProjectCaller,
): Promise<LinkedWorkloadView> {
  await requireUsable(connectionId, project, workloadArn);
  const before = await linkedWorkloads.get(workloadArn);
  const conflict = linkConflict(before, project.id, before && (await jiraAsApp().project(before.projectId)));
  if (conflict !== undefined) throw new Refusal('conflict', conflict);
  if (isSame(before, project.id, connectionId)) return linkedView(before, project);

  const region = parseWorkloadArn(workloadArn)?.region ?? '';
  const source = await openReviewSource(connectionId, region, { runId: `link-${randomUUID()}`, site });
  const { name } = await source.workload(workloadArn);
  const link: LinkedWorkload = {
    projectId: project.id,
    workloadArn,
    name,
    connectionId,
    linkedBy: accountId,
    linkedAt: new Date().toISOString(),
  };
  await linkedWorkloads.save(link);
  await recordOf(accountId, link, 'workload.linked', `"${name}" through connection ${connectionId}.`);
  await beginIfAutomatic(workloadArn, site);
  return linkedView(link, project);
}

function isSame(
  link: LinkedWorkload | undefined,
  projectId: string,
  connectionId: string,
): link is LinkedWorkload {
  return link?.projectId === projectId && link.connectionId === connectionId && !link.ended;
}

/** Syncing stops at once, also of a run under way; the issues stay. */
export async function unlinkWorkload(
  { workloadArn }: { readonly workloadArn: string },
  { accountId, project }: ProjectCaller,
): Promise<LinkedWorkloadView> {
  const link = await linkOf(project, workloadArn);
  if (link.ended?.reason === 'unlinked') return linkedView(link, project);
  const ended = { reason: 'unlinked', at: new Date().toISOString(), by: accountId } as const;
  const after: LinkedWorkload = { ...link, ended };
  await linkedWorkloads.save(after);
  await recordOf(accountId, after, 'workload.unlinked', `"${link.name}".`);
  return linkedView(after, project);
}

export async function listLinked(
  _: unknown,
  { project }: ProjectCaller,
): Promise<Contract['workload.linked']['result']> {
  const links = await linkedWorkloads.ofProject(project.id);
  const [workloads, administers] = await Promise.all([
    Promise.all(links.map((link) => linkedView(link, project))),
    administersProject(project),
  ]);
  return { workloads, administers };
}

/** Another project's connection is not even confirmed to exist. */
async function requireUsable(
  connectionId: string,
  { id, key }: ProjectCaller['project'],
  workloadArn: string,
): Promise<void> {
  const connection = await connections.get(connectionId);
  if (!connection || !serves(connection, id, workloadArn)) {
    throw new Refusal('not-found', `Project ${key} has no such AWS connection for this workload.`);
  }
  const state = await stateOf(connection);
  if (state.code !== 'ready') throw new Refusal('conflict', `${connection.name}: ${state.message}`);
}

function recordOf(
  accountId: string,
  { projectId, workloadArn }: LinkedWorkload,
  action: 'workload.linked' | 'workload.unlinked',
  details: string,
): Promise<void> {
  return record(accountId, { action, subject: `workload ${workloadArn}`, projectId, details });
}
