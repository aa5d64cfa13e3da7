import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Review } from '../wellarchitected/model';
import type { Entry } from './entry';
import type { Matches } from './match';
import type { Remark } from './plan';

/** Open issues whose question the scope or the link's settings leave out; leaving closes nothing. */
export function outsideScope(
  entries: readonly Entry[],
  matches: Matches,
  closing: ReadonlySet<string>,
): readonly Remark[] {
  return entries.flatMap((entry) => {
    const reason = reasonOf(entry);
    const issue = matches.usable.get(identityKey(entry.identity));
    if (!reason || !issue || isDone(issue) || closing.has(issue.id)) return [];
    return [remark(issue, 'outside-scope', reason)];
  });
}

function reasonOf(entry: Entry): string | undefined {
  if (entry.standing === 'outside-scope') return `its question has risk ${entry.risk ?? 'unknown'}`;
  if (entry.standing === 'outside-settings')
    return 'its lens, pillar or question is not selected in the settings';
  return undefined;
}

/** Open issues whose lens, question or best practice the review no longer has. */
export function gone(entries: readonly Entry[], matches: Matches, review: Review): readonly Remark[] {
  const known = new Set(entries.map((entry) => identityKey(entry.identity)));
  return [...matches.usable]
    .filter(([key, issue]) => !known.has(key) && !isDone(issue))
    .map(([, issue]) => remark(issue, ...goneBecause(issue, review)))
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function goneBecause({ property }: OurIssue, review: Review): [code: string, reason: string] {
  const lens = review.lenses.find(({ identity }) => identity === property.lens);
  if (!lens) return ['lens-removed', 'its lens is not applied to the workload any more'];
  const questions = lens.pillars.flatMap((pillar) => pillar.questions);
  return questions.some(({ id }) => id === property.question)
    ? ['practice-withdrawn', 'the lens has withdrawn its best practice']
    : ['question-withdrawn', 'the lens has withdrawn its question'];
}

function isDone(issue: OurIssue): boolean {
  return issue.status.category === 'done';
}

function remark(issue: OurIssue, code: string, reason: string): Remark {
  return { key: issue.key, title: issue.summary, code, reason };
}
