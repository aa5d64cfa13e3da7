/** Linked workloads as their project's people see them. */
import type { Attention, AttentionStore } from '../automatic/attention';
import { serves } from '../connection/model';
import type { Contract, LinkedWorkloadView, LinkState } from '../contract';
import type { ProjectRef } from '../jira/model';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import { examineLink, type LinkStatePorts } from '../linked-workloads/link-state';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { linkedWorkloadRecord, toLinkedWorkloadView, type LinkedWorkload } from '../linked-workloads/model';
import { activeRun, type ActiveRunPorts } from '../runs/active-run';
import { latestView, type LatestRuns } from '../runs/latest-runs';
import { isAutomatic, startedBy } from '../settings/effective';
import { errorOf, orProblem, type RecordProblem } from '../storage/problems';
import { administersProject, type AdministersPorts, type ProjectCaller } from './caller';
import { forViewers } from './for-viewers';
import { unreadableOf } from './unreadable';
import { sharedReads } from './shared-reads';
import { NOBODY, visibleReason } from './visible';

export interface LinkedViewPorts extends LinkStatePorts, LinkSettingsPorts, ActiveRunPorts {
  readonly attention: Pick<AttentionStore, 'get'>;
  readonly latestRuns: Pick<LatestRuns, 'started' | 'ended'>;
}

export async function linkedView(
  link: LinkedWorkload,
  project: ProjectRef,
  ports: LinkedViewPorts,
  administers = false,
): Promise<LinkedWorkloadView> {
  const { workloadArn } = link;
  const latest = ports.latestRuns.ended(workloadArn);
  const [{ state, connection }, settings, latestRun, active] = await Promise.all([
    examineLink(link, project, ports),
    orProblem(settingsOf(link, ports)),
    latest,
    activeRun(link, { ...ports, latestRuns: { ...ports.latestRuns, ended: () => latest } }),
  ]);
  const served = connection && serves(connection, link.projectId, workloadArn);
  if ('problem' in settings) return unreadable(link, project, settings.problem);
  const on = state.code === 'active' && isAutomatic(settings.value);
  const waiting = on ? await ports.attention.get(workloadArn) : undefined;
  return toLinkedWorkloadView(link, served ? connection.name : undefined, {
    state: stateView(state),
    automatic: {
      on,
      starts: startedBy(settings.value),
      ...(waiting ? { attention: withoutIssues(waiting, administers) } : {}),
    },
    jiraProjectKey: project.key,
    ...(latestRun ? { latestRun: latestView(latestRun) } : {}),
    ...(active ? { activeRun: active } : {}),
  });
}

/** A link whose settings cannot be read does not sync; the others are shown as ever. */
function unreadable(link: LinkedWorkload, { key }: ProjectRef, problem: RecordProblem): LinkedWorkloadView {
  return toLinkedWorkloadView(link, undefined, {
    state: stateView({ code: 'record-unreadable', reason: errorOf(problem).reason }),
    automatic: { on: false },
    jiraProjectKey: key,
  });
}

/** Whoever sees the project may read it. */
function stateView({ reason, ...state }: LinkState): LinkState {
  return { ...state, reason: forViewers(reason) };
}

/** Whoever sees the project may read it: it names no issue. */
function withoutIssues({ reasons, ...waiting }: Attention, administers: boolean): Attention {
  return { ...waiting, reasons: reasons.map((reason) => visibleReason(reason, { ...NOBODY, administers })) };
}

export interface ListLinkedPorts extends LinkedViewPorts, AdministersPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'listOfProject'>;
}

export async function listLinked(
  _: unknown,
  { project }: ProjectCaller,
  ports: ListLinkedPorts,
): Promise<Contract['workload.linked']['result']> {
  const [{ records, problems }, administers] = await Promise.all([
    ports.linkedWorkloads.listOfProject(project.id),
    administersProject(project, ports),
  ]);
  const workloads = await linkedViews(records, project, ports, administers);
  return { workloads, administers, ...unreadableOf(problems, LINKS) };
}

/** As `linkedView` each; what they share is read once. */
export function linkedViews(
  links: readonly LinkedWorkload[],
  project: ProjectRef,
  ports: LinkedViewPorts,
  administers: boolean,
): Promise<LinkedWorkloadView[]> {
  const once = { ...ports, ...sharedReads(ports) };
  return Promise.all(links.map((link) => linkedView(link, project, once, administers)));
}

/** What a list of links can mend. */
export const LINKS = { name: linkedWorkloadRecord.name, prefix: linkedWorkloadRecord.key({ name: '' }) };
