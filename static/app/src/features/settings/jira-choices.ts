/** Statuses and resolutions to choose from, as Jira has them. */
import { useJiraAnswer } from '../../data/jira-answers';
import { isRecord, listOf, textOf } from '../../data/narrow';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface JiraChoices {
  readonly state: 'loading' | 'failed' | 'ready';
  /** Done ones. */
  readonly statuses: readonly Named[];
  readonly resolutions: readonly Named[];
  /** Of the project, in Jira's order; none for the whole site. */
  readonly issueTypes: readonly IssueType[];
}

export interface IssueType extends Named {
  /** Epic 1, standard types 0, Sub-tasks -1. */
  readonly hierarchyLevel: number;
}

/** Of one page. Sites have a handful; where there are more, those beyond cannot be chosen. */
const MOST_RESOLUTIONS = 1000;

/** @param projectKey its statuses; without one those of the whole site */
export function useJiraChoices(projectKey: string | undefined): JiraChoices {
  const statuses = useJiraAnswer(
    projectKey === undefined
      ? '/rest/api/3/status'
      : `/rest/api/3/project/${encodeURIComponent(projectKey)}/statuses`,
  );
  const resolutions = useJiraAnswer(`/rest/api/3/resolution/search?maxResults=${MOST_RESOLUTIONS}`);
  const project = useJiraAnswer(
    projectKey === undefined ? undefined : `/rest/api/3/project/${encodeURIComponent(projectKey)}`,
  );
  const answers = [statuses, resolutions];
  const state = answers.some((answer) => answer.isError)
    ? 'failed'
    : answers.some((answer) => answer.isPending)
      ? 'loading'
      : 'ready';
  return {
    state,
    statuses: statuses.isSuccess ? doneStatuses(statuses.data) : [],
    resolutions: resolutions.isSuccess ? distinct(valuesOf(resolutions.data).flatMap(named)) : [],
    issueTypes: isRecord(project.data) ? listOf(project.data.issueTypes).flatMap(issueType) : [],
  };
}

/** Of a page of Jira. */
function valuesOf(page: unknown): readonly unknown[] {
  return isRecord(page) ? listOf(page.values) : [];
}

/** Of the site a list of statuses, of a project one for each issue type. */
function doneStatuses(data: unknown): readonly Named[] {
  const all = listOf(data).flatMap((entry) =>
    isRecord(entry) && Array.isArray(entry.statuses) ? listOf(entry.statuses) : [entry],
  );
  return distinct(all.filter(isDone).flatMap(named));
}

function isDone(status: unknown): boolean {
  return isRecord(status) && textOf(status.statusCategory, 'key') === 'done';
}

function named(entry: unknown): Named[] {
  const [id, name] = [textOf(entry, 'id'), textOf(entry, 'name')];
  return id === undefined || name === undefined ? [] : [{ id, name }];
}

function issueType(entry: unknown): IssueType[] {
  const level = isRecord(entry) ? entry.hierarchyLevel : undefined;
  return typeof level === 'number' ? named(entry).map((type) => ({ ...type, hierarchyLevel: level })) : [];
}

function distinct(all: readonly Named[]): Named[] {
  return [...new Map(all.map((entry) => [entry.id, entry])).values()];
}
