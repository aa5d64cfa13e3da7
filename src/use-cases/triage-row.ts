/** An open Sub-task as a row of the triage table. Pure. */
import type { RiskLevel } from '../contract/reviews';
import type { TriageRow } from '../contract/issues';
import type { OpenSubtask } from '../jira/client/open-subtasks';
import type { QuestionRef } from '../links/issue-index';

/** Properties are written by whoever may edit the issue: what is no risk is none. */
export function riskIn(value: string | undefined): RiskLevel | undefined {
  return RISKS.find((risk) => risk === value);
}

const RISKS: readonly RiskLevel[] = ['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'];

/**
 * Undefined for an issue of another workload, and for one that the index does not know as what it says.
 *
 * @param workloads those whose issues belong into the table
 * @param questionOf which question an issue of ours belongs to, by its id; a Sub-task can be moved under another
 */
export function triageRow(
  { id, key, summary, status, assignee, dueDate, parent, property }: OpenSubtask,
  workloads: ReadonlySet<string>,
  questionOf: (issueId: string) => QuestionRef | undefined,
): TriageRow | undefined {
  const { workload, lens, pillar } = property;
  if (lens === undefined || !workloads.has(workload)) return undefined;
  if (!isSameQuestion(questionOf(id), property)) return undefined;
  const risk = riskIn(property.risk);
  const isTask = parent && isSameQuestion(questionOf(parent.id), property);
  return {
    key,
    title: summary,
    workloadArn: workload,
    lens,
    ...(pillar === undefined ? {} : { pillar }),
    ...(risk === undefined ? {} : { risk }),
    ...(isTask ? { question: { key: parent.key, title: parent.summary } } : {}),
    status,
    ...(assignee ? { assignee } : {}),
    ...(dueDate === undefined ? {} : { dueDate }),
  };
}

function isSameQuestion(
  place: QuestionRef | undefined,
  { workload, lens, question }: OpenSubtask['property'],
): boolean {
  return place?.workloadArn === workload && place.lens === lens && place.question === question;
}
