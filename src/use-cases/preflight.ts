/** Whether a project can take the issues of a review, before any sync. */
import type { Contract } from '../contract';
import type { ProjectRef } from '../jira/model';
import type { ProjectExaminer } from '../jira/project-examiner';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { errorOf, orProblem } from '../storage/problems';
import type { ProjectCaller } from './caller';
import { preflightChecks, type PreflightFacts } from './preflight-checks';
import { because } from './preflight-reasons';

export interface PreflightPorts extends LinkSettingsPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'listOfProject'>;
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
    ...(await factsOfLinks(project, ports)),
  });
  return { checks: [...findings] };
}

/**
 * Before any workload is linked it is the one to come that has to decide. A workload whose settings cannot be read
 * decides nothing.
 */
async function factsOfLinks(
  { id }: Pick<ProjectRef, 'id'>,
  ports: PreflightPorts,
): Promise<Pick<PreflightFacts, 'undecided' | 'unusable'>> {
  const { records, problems } = await ports.linkedWorkloads.listOfProject(id);
  const links = records.filter(({ ended }) => !ended);
  const read = await Promise.all(
    links.map(async (link) => ({ link, settings: await orProblem(settingsOf(link, ports)) })),
  );
  const undecided = read.flatMap(({ link, settings }) =>
    'problem' in settings || settings.value.doneStatusId !== undefined ? [] : [`"${link.name}"`],
  );
  // The site's settings are a problem once, however many links have them.
  const found = read.flatMap(({ settings }) => ('problem' in settings ? [settings.problem] : []));
  const unusable = new Map([...problems, ...found].map((problem) => [problem.key, errorOf(problem).reason]));
  return {
    undecided: links.length === 0 ? because('workload-to-come') : undecided,
    unusable: [...unusable.values()],
  };
}
