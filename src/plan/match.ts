import type { OurIssue } from '../jira/model';
import type { Reason } from '../reason';
import type { Entry, IssueOf } from './entry';
import { ONE_PLACE } from './places';
import type { PlanInput, Remark } from './plan';
import { because } from './reasons';

/** The issues of one source by key; what cannot be matched safely is a conflict and is not written. */
export interface Matches<E extends Entry = Entry> {
  /** One issue for one item, at the right level, in a project that is served. */
  readonly usable: ReadonlyMap<string, IssueOf<E>>;
  /** Keys of items that have issues which must not be written. */
  readonly barred: ReadonlySet<string>;
  /** Of what the run considers; the Epic is above all of it. */
  readonly conflicts: readonly Remark[];
}

/** Finds the issue of each item. Titles never identify; neither do the keys of issues. */
export function matchIssues<E extends Entry>(input: PlanInput<E>): Matches<E> {
  const { entries, isWhole } = input.source;
  const known = new Map(entries.map((entry) => [entry.key, entry]));
  const usable = new Map<string, IssueOf<E>>();
  const barred = new Set<string>();
  const conflicts: Remark[] = [];
  for (const [key, issues] of groupByItem(input)) {
    const entry = known.get(key);
    const problem = problemOf(issues, entry?.level, input);
    const considered = isWhole || entry?.level === 'epic' || (entry && entry.standing !== 'outside-run');
    const [issue] = issues;
    if (problem) {
      barred.add(key);
      if (considered)
        conflicts.push(...issues.map((each) => ({ key: each.key, title: each.summary, ...problem })));
    } else if (issue) {
      usable.set(key, issue);
    }
  }
  return { usable, barred, conflicts };
}

/** In the order of issue ids, so that equal issues give equal conflicts. */
function groupByItem<E extends Entry>({
  issues,
  source,
}: PlanInput<E>): ReadonlyMap<string, readonly IssueOf<E>[]> {
  const groups = new Map<string, IssueOf<E>[]>();
  const ordered = [...issues].sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  for (const issue of ordered) {
    const key = source.keyOf(issue);
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  return groups;
}

function problemOf(
  issues: readonly Pick<OurIssue, 'key' | 'projectId' | 'projectKey' | 'level'>[],
  level: Entry['level'] | undefined,
  { servedProjects, places = ONE_PLACE }: Pick<PlanInput, 'servedProjects' | 'places'>,
): Reason | undefined {
  const [issue, second] = issues;
  if (!issue) return undefined;
  if (second) return because('doubled-identity', { issues: issues.map(({ key }) => ({ issueKey: key })) });
  const { projectId, projectKey: project } = issue;
  if (!servedProjects.includes(projectId)) return because('moved-away', { project });
  if (places.closed.has(projectId)) return because('moved-where-closed', { project });
  if (level && level !== issue.level) return because('wrong-level', { expected: level, actual: issue.level });
  return undefined;
}
