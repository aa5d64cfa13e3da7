/** Whether a project can take the issues of a review, before any sync. */
import type { Contract } from '../contract';
import { readDoneStatuses } from '../jira/client/done-statuses';
import { examineProject } from '../jira/client/examine-project';
import { createHttp } from '../jira/client/http';
import type { ProjectRef } from '../jira/model';
import { preflightChecks } from '../preflight/checks';
import type { ProjectCaller } from './caller';
import { asApp, linkedWorkloads } from './forge';
import { settingsOf } from './link-settings';

/** Asks as the app, as a sync does. */
export async function preflight(
  _: unknown,
  { project }: ProjectCaller,
): Promise<Contract['project.preflight']['result']> {
  const http = createHttp({ ...asApp(), retries: 1 });
  const examination = await examineProject(http, project.key);
  const usable = examination.screens.length > 0;
  return preflightChecks({
    examination,
    doneStatuses: usable ? await readDoneStatuses(http, project.id) : undefined,
    undecided: await undecided(project),
  });
}

/** Before any workload is linked it is the one to come that has to decide. */
async function undecided({ id }: Pick<ProjectRef, 'id'>): Promise<readonly string[]> {
  const links = (await linkedWorkloads.ofProject(id)).filter(({ ended }) => !ended);
  if (links.length === 0) return ['the workload'];
  const settings = await Promise.all(links.map(settingsOf));
  return links.flatMap(({ name }, index) =>
    settings[index]?.doneStatusId === undefined ? [`"${name}"`] : [],
  );
}
