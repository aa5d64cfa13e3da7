/** Whether a project can take the issues of a review, before any sync. */
import type { Contract } from '../contract';
import { inWords } from '../in-words';
import type { ProjectRef } from '../jira/model';
import type { ProjectExaminer } from '../jira/project-examiner';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { ProjectCaller } from './caller';
import { preflightChecks, type Undecided } from './preflight-checks';
import { because } from './preflight-reasons';

export interface PreflightPorts extends LinkSettingsPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'ofProject'>;
  readonly projectExaminer: ProjectExaminer;
}

/** Asks as the app, as a sync does. */
export async function preflight(
  _: unknown,
  { project }: ProjectCaller,
  ports: PreflightPorts,
): Promise<Contract['project.preflight']['result']> {
  const { projectExaminer } = ports;
  const examination = await projectExaminer.examine(project.key);
  const usable = examination.screens.length > 0;
  const findings = preflightChecks({
    examination,
    doneStatuses: usable ? await projectExaminer.doneStatuses(project.id) : undefined,
    undecided: await undecided(project, ports),
  });
  return { checks: findings.map(({ reason, ...check }) => ({ ...check, message: inWords(reason) })) };
}

/** Before any workload is linked it is the one to come that has to decide. */
async function undecided({ id }: Pick<ProjectRef, 'id'>, ports: PreflightPorts): Promise<Undecided> {
  const links = (await ports.linkedWorkloads.ofProject(id)).filter(({ ended }) => !ended);
  if (links.length === 0) return because('workload-to-come');
  const settings = await Promise.all(links.map((link) => settingsOf(link, ports)));
  return links.flatMap(({ name }, index) =>
    settings[index]?.doneStatusId === undefined ? [`"${name}"`] : [],
  );
}
