/** Linking a workload to a project, and ending that. */
import { because as tell } from '../audit/reasons';
import { record } from '../audit/record';
import { beginIfAutomatic, type SwitchOnPorts } from '../automatic/switch-on';
import { timestamp } from '../clock';
import type { AwsAccess } from '../connection/aws-access';
import { serves } from '../connection/model';
import { connectionStateNow } from '../connection/state-now';
import type { Contract, LinkedWorkloadView } from '../contract';
import type { Jira } from '../jira/jira';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import { linkOf } from '../linked-workloads/link-of';
import type { LinkStatePorts } from '../linked-workloads/link-state';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { explainConflict, isLinkedElsewhere, nameOf, type LinkedWorkload } from '../linked-workloads/model';
import { Refusal } from '../refusal';
import { UnreadableRecord } from '../storage/problems';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { ProjectCaller } from './caller';
import { endLink, type EndLinkPorts } from './end-link';
import { linkedView, type LinkedViewPorts } from './linked-view';
import { because } from './reasons';

export interface UnlinkWorkloadPorts extends LinkedViewPorts, EndLinkPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get' | 'save'>;
}

export interface LinkWorkloadPorts extends UnlinkWorkloadPorts, SwitchOnPorts {
  readonly linkedWorkloads: UnlinkWorkloadPorts['linkedWorkloads'] &
    Pick<LinkedWorkloadStore, 'isUnreadable' | 'mendLists'>;
  readonly runs: LinkedViewPorts['runs'] & SwitchOnPorts['runs'];
  readonly latestRuns: LinkedViewPorts['latestRuns'] & SwitchOnPorts['latestRuns'];
  readonly openJira: () => Pick<Jira, 'project'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'project'>;
  readonly aws: Pick<AwsAccess, 'openReviews'>;
}

/**
 * Links a workload to the project once AWS shows it through the connection: an ARN alone proves nothing. The
 * same link again changes nothing, but mends the project's list of them; through another connection it changes
 * to that.
 */
export async function linkWorkload(
  { connectionId, workloadArn }: Contract['workload.link']['payload'],
  { accountId, project, site }: ProjectCaller,
  ports: LinkWorkloadPorts,
): Promise<LinkedWorkloadView> {
  await requireUsable(connectionId, project, workloadArn, ports);
  const before = await linkBefore(workloadArn, project, ports);
  await refuseElsewhere(before, project, ports);
  if (isSame(before, project.id, connectionId)) {
    await ports.linkedWorkloads.mendLists(before);
    return linkedView(before, project, ports, true);
  }

  const region = parseWorkloadArn(workloadArn)?.region ?? '';
  const source = await ports.aws.openReviews(connectionId, region, { runId: `link-${ports.newId()}`, site });
  const { name } = await source.workload(workloadArn);
  const link: LinkedWorkload = {
    projectId: project.id,
    workloadArn,
    name,
    connectionId,
    linkedBy: accountId,
    linkedAt: timestamp(ports.clock),
  };
  await ports.linkedWorkloads.save(link);
  const change = tell('workload-linked', { workload: name, connectionId });
  const target = tell('target-workload', { workload: workloadArn });
  await record(accountId, { action: 'workload.linked', target, projectId: project.id, change }, ports);
  await beginIfAutomatic(workloadArn, site, ports);
  return linkedView(link, project, ports, true);
}

/** Another project's connection is not even confirmed to exist. */
async function requireUsable(
  connectionId: string,
  { id, key }: ProjectCaller['project'],
  workloadArn: string,
  ports: LinkStatePorts,
): Promise<void> {
  const connection = await ports.connections.get(connectionId);
  if (!connection || !serves(connection, id, workloadArn)) {
    throw new Refusal('not-found', because('no-connection-for-workload', { project: key }));
  }
  const state = await connectionStateNow(connection, ports);
  if (state.code === 'ready') return;
  const said = { connection: connection.name, why: state.reason };
  throw new Refusal('conflict', because('connection-says', said));
}

/**
 * One that cannot be read is replaced by a project in whose list it stands, unless it names another: whose it was
 * last is not always known, and another project might take it away from that.
 */
async function linkBefore(
  workloadArn: string,
  { id }: Pick<ProjectCaller['project'], 'id'>,
  { linkedWorkloads }: Pick<LinkWorkloadPorts, 'linkedWorkloads'>,
): Promise<LinkedWorkload | undefined> {
  try {
    return await linkedWorkloads.get(workloadArn);
  } catch (error) {
    const mayReplace = error instanceof UnreadableRecord;
    if (mayReplace && (await linkedWorkloads.isUnreadable(id, nameOf(workloadArn).name))) return undefined;
    throw error;
  }
}

async function refuseElsewhere(
  before: LinkedWorkload | undefined,
  { id }: ProjectCaller['project'],
  { openJira, jiraAsCaller }: Pick<LinkWorkloadPorts, 'openJira' | 'jiraAsCaller'>,
): Promise<void> {
  if (!isLinkedElsewhere(before, id)) return;
  const [itsProject, seen] = await Promise.all([
    openJira().project(before.projectId),
    jiraAsCaller.project(before.projectId),
  ]);
  const conflict = explainConflict(itsProject, seen);
  if (conflict !== undefined) throw new Refusal('conflict', conflict);
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
  ports: UnlinkWorkloadPorts,
): Promise<LinkedWorkloadView> {
  const link = await linkOf(project, workloadArn, ports);
  if (link.ended?.reason === 'unlinked') return linkedView(link, project, ports, true);
  return linkedView(await endLink(link, accountId, ports), project, ports, true);
}
