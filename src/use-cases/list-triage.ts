/** Open best practices that have an issue, as the caller sees these. */
import { ifReadable } from '../storage/problems';
import type { Contract } from '../contract';
import { mapInFlight } from '../in-flight';
import { openSubtasks } from '../jira/client/jql';
import { isStaleCursor, type SubtaskPage, type WhichSubtasks } from '../jira/client/open-subtasks';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { IssueIndex, QuestionRef } from '../links/issue-index';
import { Refusal } from '../refusal';
import type { ProjectCaller } from './caller';
import { because } from './reasons';
import { triageRow } from './triage-row';

/** Reads of the issue index under way at a time. */
const IN_FLIGHT = 10;

export interface ListTriagePorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'ofProject'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'openSubtasks'>;
  readonly issueIndex: Pick<IssueIndex, 'questionOf'>;
}

/** Of all workloads that the project links, a page at a time, in the order of keys. */
export async function listTriage(
  { cursor }: Contract['triage.list']['payload'],
  { project }: ProjectCaller,
  ports: ListTriagePorts,
): Promise<Contract['triage.list']['result']> {
  const links = (await ports.linkedWorkloads.ofProject(project.id)).filter(({ ended }) => !ended);
  const workloadArns = links.map(({ workloadArn }) => workloadArn);
  const jql = openSubtasks(project.key, workloadArns);
  if (workloadArns.length === 0) return { rows: [], jql };
  const which = { projectKey: project.key, workloadArns, ...(cursor === undefined ? {} : { cursor }) };
  const page = await readPage(which, ports);
  const questions = await questionsOf(page, ports);
  const workloads = new Set(workloadArns);
  return {
    rows: page.subtasks.flatMap((subtask) => triageRow(subtask, workloads, (id) => questions.get(id)) ?? []),
    jql,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

async function readPage(which: WhichSubtasks, { jiraAsCaller }: ListTriagePorts): Promise<SubtaskPage> {
  try {
    return await jiraAsCaller.openSubtasks(which);
  } catch (error) {
    if (which.cursor === undefined || !isStaleCursor(error)) throw error;
    throw new Refusal('invalid', because('list-changed'));
  }
}

/** What the index knows of the Sub-tasks and of the issues above them, by id. */
async function questionsOf(
  { subtasks }: SubtaskPage,
  { issueIndex }: ListTriagePorts,
): Promise<ReadonlyMap<string, QuestionRef>> {
  const ids = [...new Set(subtasks.flatMap(({ id, parent }) => [id, ...(parent ? [parent.id] : [])]))];
  const found = await mapInFlight(
    ids,
    IN_FLIGHT,
    async (id) => [id, await ifReadable(issueIndex.questionOf(id))] as const,
  );
  return new Map(found.flatMap(([id, question]) => (question ? [[id, question] as const] : [])));
}
