import type { Jira } from '../jira/jira';
import type { AnyIssue, Identity, OurIssue } from '../jira/model';
import type { WorkloadLinks } from '../links/link-store';
import type { Link } from '../review-entries/link';
import { asLinked } from './whose-issues';
import { questionKey } from './write-back/question-status';

/** An issue as Jira has it now, and what the app remembers of it. */
export interface LinkedIssue {
  readonly link: Link;
  readonly issue: OurIssue;
}

export interface QuestionIssues {
  /** Task and Sub-tasks, each one of its kind, in projects that are served. */
  readonly known: readonly LinkedIssue[];
  /** Jira left out an issue that is linked and that no run missed so far: only a whole run asks for it alone. */
  readonly isSomeGone: boolean;
}

export interface WhichIssues {
  readonly question: Identity;
  /** Ids; issues elsewhere are left alone. */
  readonly servedProjects: readonly string[];
}

/** The issues of one question, read in one call (of 100 issues at most). Throws `UpstreamError`. */
export async function readIssues(
  which: WhichIssues,
  { links }: WorkloadLinks,
  jira: Pick<Jira, 'fetch'>,
): Promise<QuestionIssues> {
  const own = linksOfQuestion(which.question, links.values());
  return amongIssues(own, await jira.fetch(own.map(({ issueId }) => issueId)), which);
}

export function linksOfQuestion(question: Identity, links: Iterable<Link>): readonly Link[] {
  const key = questionKey(question);
  return [...links].filter(({ identity }) => questionKey(identity) === key);
}

/** The issues of one question. Pure. @param own its links @param read all of its issues that Jira shows, and others */
export function amongIssues(
  own: readonly Link[],
  read: readonly AnyIssue[],
  { servedProjects }: Pick<WhichIssues, 'servedProjects'>,
): QuestionIssues {
  const issues = new Map(read.map((issue) => [issue.id, issue]));
  const known = own.flatMap((link) => {
    const issue = issues.get(link.issueId);
    return issue && isOf(link, issue) && servedProjects.includes(issue.projectId)
      ? [{ link, issue: asLinked(issue, link) }]
      : [];
  });
  const isNews = ({ issueId, notFound }: Link) => notFound === undefined && !issues.has(issueId);
  return { known, isSomeGone: own.some(isNews) };
}

/** Anybody can change an issue's type. */
function isOf({ identity }: Link, issue: AnyIssue): boolean {
  return issue.level === (identity.choice === undefined ? 'task' : 'subtask');
}
