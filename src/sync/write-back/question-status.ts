/** What the block of each question tells: from our issues as they are in Jira now. Pure. */
import type { AnyIssue, Identity } from '../../jira/model';
import { identityKey } from '../../jira/ownership';
import { latestChange } from '../../notes/changed-at';
import type { QuestionStatus } from '../../notes/model';
import { statusDigest } from '../../notes/written-block';

/** An issue of ours, and what it is. */
export interface KnownIssue {
  readonly identity: Identity;
  readonly issue: AnyIssue;
  /** As the app last wrote it: AWS's words, whatever people made of it in Jira; empty where that is not known. */
  readonly title: string;
}

/** A question that has a Task. */
export interface ToldQuestion {
  /** Of the Task. */
  readonly identity: Identity;
  readonly task: AnyIssue;
  /** For a person in Jira. */
  readonly title: string;
  readonly status: QuestionStatus;
  /** Equal statuses, and only these, have equal digests. */
  readonly digest: string;
}

/** Names the question that an issue belongs to; Task and Sub-tasks share it. */
export function questionKey({ workload, lens, question }: Identity): string {
  return identityKey({
    workload,
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
  });
}

/**
 * The questions that have a Task among these issues, by `questionKey`, in the order of their Tasks. Only our
 * own issues count: Sub-tasks that a team added are not part of the review.
 * @param siteUrl without a slash at its end
 */
export function questionStatuses(
  known: readonly KnownIssue[],
  siteUrl: string,
): ReadonlyMap<string, ToldQuestion> {
  const subtasks = new Map<string, KnownIssue[]>();
  for (const item of known) {
    if (item.identity.choice === undefined) continue;
    const key = questionKey(item.identity);
    subtasks.set(key, [...(subtasks.get(key) ?? []), item]);
  }
  const tasks = known.filter(({ identity }) => isTask(identity));
  return new Map(
    tasks.map((task) => {
      const key = questionKey(task.identity);
      return [key, told(task, subtasks.get(key) ?? [], siteUrl)];
    }),
  );
}

function isTask({ question, choice }: Identity): boolean {
  return question !== undefined && choice === undefined;
}

function told(
  { identity, issue: task, title }: KnownIssue,
  subtasks: readonly KnownIssue[],
  siteUrl: string,
): ToldQuestion {
  const changedAt = latestChange(
    [task, ...subtasks.map(({ issue }) => issue)].map((each) => each.statusChangedAt),
  );
  const status: QuestionStatus = {
    task: {
      key: task.key,
      status: task.status.name,
      statusCategory: task.status.category,
      url: `${siteUrl}/browse/${task.key}`,
    },
    subtasks: subtasks.map(({ issue, title: practice }) => ({
      key: issue.key,
      status: issue.status.name,
      done: issue.status.category === 'done',
      ...(practice === '' ? {} : { practice }),
    })),
    ...(changedAt === undefined ? {} : { changedAt }),
  };
  return { identity, task, title: title || task.summary, status, digest: statusDigest(status) };
}
