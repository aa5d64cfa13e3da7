import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import { isWhole } from './catalogue';
import type { Entry } from './entry';
import type { PlanInput, Remark } from './plan';

/** The issues of one workload by identity; what cannot be matched safely is a conflict and is not written. */
export interface Matches {
  /** One issue for one identity, at the right level, in a project that is served. */
  readonly usable: ReadonlyMap<string, OurIssue>;
  /** Identities that have issues which must not be written. */
  readonly barred: ReadonlySet<string>;
  /** Of what the run considers; the Epic is above all of it. */
  readonly conflicts: readonly Remark[];
}

/** Finds the issue of each identity. Titles never identify; neither do keys. */
export function matchIssues(entries: readonly Entry[], input: PlanInput): Matches {
  const known = new Map(entries.map((entry) => [identityKey(entry.identity), entry]));
  const whole = isWhole(input.run.selection);
  const usable = new Map<string, OurIssue>();
  const barred = new Set<string>();
  const conflicts: Remark[] = [];
  for (const [key, issues] of groupByIdentity(input.issues)) {
    const entry = known.get(key);
    const problem = problemOf(issues, entry?.level, input.servedProjects);
    const considered = whole || entry?.level === 'epic' || (entry && entry.standing !== 'outside-run');
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
function groupByIdentity(issues: readonly OurIssue[]): ReadonlyMap<string, readonly OurIssue[]> {
  const groups = new Map<string, OurIssue[]>();
  const ordered = [...issues].sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  for (const issue of ordered) {
    const key = identityKey(issue.property);
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  return groups;
}

function problemOf(
  issues: readonly OurIssue[],
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
