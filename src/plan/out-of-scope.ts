import type { OurIssue } from '../jira/model';
import type { Entry } from './entry';
import type { Matches } from './match';
import type { Remark } from './plan';
import type { Source } from './source';

/** Open issues that the scope or the settings leave out; leaving closes nothing. */
export function outsideScope(
  entries: readonly Entry[],
  matches: Matches,
  closing: ReadonlySet<string>,
): readonly Remark[] {
  return entries.flatMap(({ key, standing, leftOut }) => {
    const isLeftOut = standing === 'outside-scope' || standing === 'outside-settings';
    const issue = matches.usable.get(key);
    if (!isLeftOut || !issue || isDone(issue) || closing.has(issue.id)) return [];
    return [remark(issue, 'outside-scope', leftOut ?? '')];
  });
}

/** Open issues whose item the source no longer has. */
export function gone<E extends Entry>(source: Source<E>, matches: Matches<E>): readonly Remark[] {
  const known = new Set(source.entries.map(({ key }) => key));
  return [...matches.usable]
    .filter(([key, issue]) => !known.has(key) && !isDone(issue))
    .map(([, issue]) => {
      const { code, reason } = source.gone(issue);
      return remark(issue, code, reason);
    })
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function isDone({ status }: Pick<OurIssue, 'status'>): boolean {
  return status.category === 'done';
}

function remark(issue: Pick<OurIssue, 'key' | 'summary'>, code: string, reason: string): Remark {
  return { key: issue.key, title: issue.summary, code, reason };
}
