/** Rows of the triage table as the caller sees their issues: by id, and as Jira finds them. */
import type { Contract } from '../contract';
import type { Narrowing } from '../jira/client/jql';
import { isRefusedSearch, type TriageIssuePage, type WhichSubtasks } from '../jira/client/triage-issues';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { atField } from '../problem';
import { Refusal } from '../refusal';
import type { ProjectCaller } from './caller';
import { because } from './reasons';
import { triageRow } from './triage-row';

export interface TriageRowsPorts {
  readonly jiraAsCaller: Pick<JiraAsCaller, 'triageIssues'>;
}

/** Whatever the ids are of: nobody is told of an issue that they could not open, nor of one in another project. */
export async function listTriageRows(
  { issueIds }: Contract['triage.rows']['payload'],
  { project }: ProjectCaller,
  { jiraAsCaller }: TriageRowsPorts,
): Promise<Contract['triage.rows']['result']> {
  const issues = await jiraAsCaller.triageIssues(issueIds);
  return { rows: issues.flatMap((issue) => triageRow(issue, project.key) ?? []) };
}

export interface SearchTriagePorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'rosterOf'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'openSubtasks'>;
}

/** A page of 100. Of workloads that are asked for, those that the project links. */
export async function searchTriage(
  { search, cursor }: Contract['triage.search']['payload'],
  { project }: ProjectCaller,
  ports: SearchTriagePorts,
): Promise<Contract['triage.search']['result']> {
  const { workloads = [], ...narrowing } = search;
  const { records } = await ports.linkedWorkloads.rosterOf(project.id);
  const linked = records.map(({ workloadArn }) => workloadArn);
  const workloadArns = workloads.length === 0 ? linked : linked.filter((arn) => workloads.includes(arn));
  if (workloadArns.length === 0) return { rows: [] };
  const at = cursor === undefined ? {} : { cursor };
  const which = { projectKey: project.key, workloadArns, narrowing: narrowing satisfies Narrowing, ...at };
  const page = await readPage(which, ports);
  return {
    rows: page.issues.flatMap((issue) => triageRow(issue, project.key) ?? []),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

async function readPage(which: WhichSubtasks, { jiraAsCaller }: SearchTriagePorts): Promise<TriageIssuePage> {
  try {
    return await jiraAsCaller.openSubtasks(which);
  } catch (error) {
    if (!isRefusedSearch(error)) throw error;
    if (which.cursor !== undefined) throw new Refusal('invalid', because('list-changed'));
    if (Object.keys(which.narrowing ?? {}).length === 0) throw error;
    throw new Refusal('invalid', atField('search', because('search-not-taken')));
  }
}
