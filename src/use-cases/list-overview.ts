/** The cards of the project page, with stored figures: neither AWS is asked nor a run started. */
import type { Contract } from '../contract';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { administersProject, type AdministersPorts, type ProjectCaller } from './caller';
import { LINKS, linkedViews, type LinkedViewPorts } from './linked-view';
import { storedRisks, type StoredRisksPorts } from './stored-risks';
import { unreadableOf } from './unreadable';

export interface ListOverviewPorts extends LinkedViewPorts, StoredRisksPorts, AdministersPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'pageOfProject'>;
}

/** A page of linked workloads, in the order in which they were linked. */
export async function listOverview(
  { cursor = '0' }: Contract['workload.overview']['payload'],
  { project }: ProjectCaller,
  ports: ListOverviewPorts,
): Promise<Contract['workload.overview']['result']> {
  const [{ records, problems, next }, administers] = await Promise.all([
    ports.linkedWorkloads.pageOfProject(project.id, Number(cursor)),
    administersProject(project, ports),
  ]);
  const [views, risks] = await Promise.all([
    linkedViews(records, project, ports, administers),
    storedRisks(records, ports),
  ]);
  const workloads = views.map((view) => {
    // Of a link that does not sync no more is told than why.
    const known = view.state.code === 'active' ? risks.get(view.workloadArn) : undefined;
    return { ...view, risks: known ?? {} };
  });
  return {
    ...{ workloads, administers, ...unreadableOf(problems, LINKS) },
    ...(next === undefined ? {} : { cursor: String(next) }),
  };
}
