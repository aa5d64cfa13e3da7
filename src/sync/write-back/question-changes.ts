/** Which questions' answers may have to change, and what they are to tell: issues as they are after the run's own changes. */
import type { AnyIssue, OurIssue } from '../../jira/model';
import { identityKey } from '../../jira/ownership';
import type { Change, Choose } from '../../review-entries/entry';
import type { Link } from '../../review-entries/link';
import { incomplete } from '../absent-issues';
import type { Work } from '../work';
import type { NotesPlan } from './plan-notes';
import { questionKey, questionStatuses, type ToldQuestion } from './question-status';

/** What the run did of its plan by now. */
export interface Applied {
  readonly changes: readonly Change[];
  /** Issues that it made, as they were read then; by identity. */
  readonly made: ReadonlyMap<string, OurIssue>;
}

/** One question whose answer may have to change. */
export interface QuestionChange {
  readonly key: string;
  readonly title: string;
  /** Absent where the Task is gone. */
  readonly told: ToldQuestion | undefined;
  readonly chooses: readonly Choose[];
}

/** Statuses are told as they are after this run's own changes; issues that it did not touch are not read again. */
export async function questionChanges(
  applied: Applied,
  chooses: readonly Choose[],
  notes: NotesPlan,
  work: Work,
): Promise<readonly QuestionChange[]> {
  const known = await knownNow(applied, work);
  const told = questionStatuses(known, (await work.ports.writeBack?.siteUrl()) ?? '');
  const keys = new Set([...notes.planned.keys(), ...chooses.map(({ entry }) => questionKey(entry.identity))]);
  return [...keys].flatMap((key) => {
    const question = told.get(key);
    const planned = notes.planned.get(key);
    const own = chooses.filter(({ entry }) => questionKey(entry.identity) === key);
    // A Task that could not be made has no status to tell.
    if (question === undefined && planned?.what !== 'remove' && own.length === 0) return [];
    const title = question?.title ?? planned?.title ?? '';
    return [{ key, title, told: question, chooses: own }];
  });
}

async function knownNow({ changes, made }: Applied, work: Work) {
  const links = work.ledger.considered();
  const changed = changes.filter(({ kind }) => kind !== 'choose');
  const asMade = questionsAsMade(links, made, work);
  const touched = new Set(
    changed.map(({ entry }) => questionKey(entry.identity)).filter((key) => !asMade.has(key)),
  );
  const ids = links
    .filter(({ identity }) => touched.has(questionKey(identity)))
    .map(({ issueId }) => issueId);
  const fresh = ids.length === 0 ? [] : await work.ports.jira.fetch(ids);
  for (const issue of fresh) if (issue.status.category === 'done') work.ledger.didSee(issue.id, issue);
  const unread = new Set(ids);
  const known = work.reading.issues.filter(
    ({ id }) => unread.has(id) && !fresh.some((each) => each.id === id),
  );
  if (known.length > 0) throw incomplete(known.map(({ id }) => id));
  const asBefore = [...work.reading.issues, ...made.values()].filter(({ id }) => !unread.has(id));
  const issues = new Map<string, AnyIssue>([...asBefore, ...fresh].map((issue) => [issue.id, issue]));
  return links.flatMap(({ identity, issueId, summary: title }) => {
    const issue = issues.get(issueId);
    return issue === undefined ? [] : [{ identity, issue, title }];
  });
}

/** Questions all of whose issues this run made, and moved none of them: each was read when it was made. */
function questionsAsMade(
  links: readonly Link[],
  made: Applied['made'],
  { ledger }: Work,
): ReadonlySet<string> {
  const isAsMade = ({ identity, issueId }: Link) =>
    made.has(identityKey(identity)) && !ledger.isMoved(issueId);
  const others = new Set(
    links.filter((link) => !isAsMade(link)).map(({ identity }) => questionKey(identity)),
  );
  return new Set(links.map(({ identity }) => questionKey(identity)).filter((key) => !others.has(key)));
}
