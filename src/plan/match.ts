import type { OurIssue } from '../jira/model';
import type { Entry, IssueOf } from './entry';
import type { PlanInput, Remark } from './plan';

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
    const problem = problemOf(issues, entry?.level, input.servedProjects);
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
  served: readonly string[],
): Pick<Remark, 'code' | 'reason'> | undefined {
  const [issue, second] = issues;
  if (!issue) return undefined;
  if (second) {
    const keys = issues.map(({ key }) => key).join(', ');
    return {
      code: 'doubled-identity',
      reason: `${keys} say that they are the same item of the review (a clone carries the property along). None is written; delete the property "well-architected" or the issue that is not the original.`,
    };
  }
  if (!served.includes(issue.projectId)) {
    return {
      code: 'moved-away',
      reason: `it was moved to project ${issue.projectKey}, which the AWS connection does not serve; it is left alone.`,
    };
  }
  if (level && level !== issue.level) {
    return {
      code: 'wrong-level',
      reason: `the review has it as ${level}, Jira as ${issue.level}; it is left alone until its type fits.`,
    };
  }
  return undefined;
}
