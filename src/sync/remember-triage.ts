/** What a run leaves for triage: the open best practices of the workload, or of the question that it has read. */
import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Link } from '../review-entries/link';
import { LeaseLost } from '../storage/fenced';
import { triagedOf, withQuestion } from '../triage/triaged';
import type { Ledger } from './ledger';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';

/** Called once links are saved. That it could not be stored is logged and stops nobody. @throws LeaseLost */
export async function rememberTriage(
  ledger: Ledger,
  request: SyncRequest,
  reading: Reading,
  { triage }: Pick<SyncPorts, 'triage'>,
): Promise<void> {
  try {
    const { workloadArn, question } = request;
    const facts = factsOf(ledger, request, reading);
    // Most cards move between statuses that are open: then there is nothing to look up.
    if (question !== undefined && !facts.links.some((link) => isNews(link, facts, reading))) return;
    const before = await triage.load(workloadArn);
    // What one question says is a part of what there is: the next run of the workload writes the whole.
    if (question !== undefined && before?.projectId !== request.projectId) return;
    const now = triagedOf(facts);
    const after = question !== undefined && before ? withQuestion(before, question, now) : now;
    await triage.save(workloadArn, after, before);
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    // eslint-disable-next-line no-console -- the platform's log
    console.warn('What triage lists was not stored');
  }
}

function factsOf(ledger: Ledger, { projectId, question }: SyncRequest, reading: Reading) {
  const issues = new Map(reading.issues.map((issue) => [issue.id, issue]));
  const links = ledger.all().filter(({ identity }) => isAbout(identity, question));
  return {
    ...{ projectId, links, review: reading.review },
    isListed: (link: Link) => isListed(link, issues.get(link.issueId), ledger, projectId, reading.gone),
  };
}

/** Whether a best practice is listed by now as its link did not have it before. */
function isNews(
  link: Link,
  { isListed }: { readonly isListed: (link: Link) => boolean },
  { workloadLinks }: Reading,
): boolean {
  if (link.identity.choice === undefined) return false;
  const before = workloadLinks.links.get(identityKey(link.identity));
  return (before?.synced.jira === 'open') !== isListed(link);
}

function isAbout(identity: Link['identity'], question: SyncRequest['question']): boolean {
  return (
    question === undefined || (identity.lens === question.lens && identity.question === question.question)
  );
}

/** As Jira has it; what this run moved or made, or did not find, as its link has it. */
function isListed(
  link: Link,
  issue: OurIssue | undefined,
  ledger: Ledger,
  projectId: string,
  gone: Reading['gone'],
): boolean {
  if (issue !== undefined && issue.projectId !== projectId) return false;
  if (gone.has(identityKey(link.identity))) return false;
  const isAsLinked = issue === undefined || ledger.isMoved(issue.id);
  return isAsLinked ? link.synced.jira === 'open' : issue.status.category !== 'done';
}
