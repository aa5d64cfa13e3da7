/** An open Sub-task as a row of the triage table. Pure. */
import type { TriageRow } from '../contract/issues';
import type { RiskLevel } from '../contract/reviews';
import type { TriageIssue } from '../jira/client/triage-issues';

/** Properties are written by whoever may edit the issue: what is no risk is none. */
export function riskIn(value: string | undefined): RiskLevel | undefined {
  return RISKS.find((risk) => risk === value);
}

const RISKS: readonly RiskLevel[] = ['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'];

/** Undefined for an issue that is done by now, or in another project. */
export function triageRow(issue: TriageIssue, projectKey: string): TriageRow | undefined {
  const { id, key, summary, status, assignee, dueDate, parent } = issue;
  if (status.category === 'done' || issue.projectKey !== projectKey) return undefined;
  const risk = riskIn(issue.risk);
  return {
    ...{ id, key, title: summary, status: { ...status } },
    ...(risk === undefined ? {} : { risk }),
    ...(parent ? { parent: { id: parent.id, key: parent.key, title: parent.summary } } : {}),
    ...(assignee ? { assignee: { ...assignee } } : {}),
    ...(dueDate === undefined ? {} : { dueDate }),
  };
}
