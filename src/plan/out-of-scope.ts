import type { OurIssue } from '../jira/model';
import type { Reason } from '../reason';
import type { Entry } from './entry';
import type { Matches } from './match';
import type { Remark } from './plan';
import { because } from './reasons';
import type { Source } from './source';

/** Open issues that the scope or the settings leave out; leaving closes nothing. */
export function outsideScope(
  entries: readonly Entry[],
  matches: Matches,
  closing: ReadonlySet<string>,
): readonly Remark[] {
  return entries.flatMap(({ key, leftOut }) => {
    const issue = matches.usable.get(key);
    if (!leftOut || !issue || isDone(issue) || closing.has(issue.id)) return [];
    return [remark(issue, because('outside-scope', { because: leftOut }))];
  });
}

/** Open issues whose item the source no longer has. */
export function gone<E extends Entry>(source: Source<E>, matches: Matches<E>): readonly Remark[] {
  const known = new Set(source.entries.map(({ key }) => key));
  return [...matches.usable]
    .filter(([key, issue]) => !known.has(key) && !isDone(issue))
    .map(([, issue]) => remark(issue, source.gone(issue)))
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

function isDone({ status }: Pick<OurIssue, 'status'>): boolean {
  return status.category === 'done';
}

function remark({ key, summary }: Pick<OurIssue, 'key' | 'summary'>, reason: Reason): Remark {
  return { key, title: summary, ...reason };
}
