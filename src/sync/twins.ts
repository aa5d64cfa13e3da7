/** Issues that the app made twice, because the answer to a create was lost for long: which one is to go. */
import { mapInFlight } from '../in-flight';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import type { OurIssue, Trace } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Remark } from '../plan/plan';
import { isTaken, NOT_SHOWN } from '../plan/proposals';
import type { FoundIssues } from './find-issues';
import type { SyncPorts, SyncRequest } from './ports';
import { because } from './reasons';

/** A newer issue of an item that has one. */
export interface Twin {
  readonly issue: OurIssue;
  readonly original: OurIssue;
  /** What people left on it; none where it may go. */
  readonly traces: readonly Trace[];
  /** A person has it removed. */
  readonly taken: boolean;
}

/** Twins that are looked at in a run. */
const MOST = 20;
type Found = Pick<FoundIssues, 'issues' | 'others' | 'workloadLinks'>;

/** Reads what people left on each twin, where somebody looks at the plan. @throws UpstreamError */
export async function readTwins(
  found: Found,
  { projectId, options }: SyncRequest,
  { jira, issueIndex }: Pick<SyncPorts, 'jira' | 'issueIndex'>,
): Promise<readonly Twin[]> {
  const { proposals = NOT_SHOWN } = options;
  if (!proposals.shown) return [];
  const pairs = pairsIn(found).filter(({ issue }) => issue.projectId === projectId);
  if (pairs.length === 0) return [];
  const account = await jira.account();
  const made = pairs.filter(({ issue }) => issue.creator?.accountId === account).slice(0, MOST);
  const twins = await mapInFlight(made, JIRA_IN_FLIGHT, async (pair): Promise<readonly Twin[]> => {
    // The app knows it as something else, whatever it says of itself.
    if ((await issueIndex.questionOf(pair.issue.id)) !== undefined) return [];
    // What is below it only a search tells, and the index lags: nobody could say that it may go.
    if (pair.issue.level === 'epic') return [{ ...pair, traces: [], taken: false }];
    const traces = await jira.traces(pair.issue.id, account);
    if (traces === undefined) return [];
    const taken = traces.length === 0 && isTaken('twin', pair.issue, false, proposals);
    return [{ ...pair, traces, taken }];
  });
  return twins.flat();
}

/** The found issues without those that are to go: the original alone is the item. */
export function withoutTaken<F extends Pick<FoundIssues, 'issues' | 'others'>>(
  found: F,
  twins: readonly Twin[],
): F {
  const known = new Set(twins.map(({ issue }) => issue.id));
  const gone = new Set(twins.filter(({ taken }) => taken).map(({ issue }) => issue.id));
  return {
    ...found,
    issues: found.issues.filter(({ id }) => !gone.has(id)),
    others: found.others.filter(({ id }) => !known.has(id)),
  };
}

/** What is proposed of those that nobody touched, and what stands in the way of the others. */
export function twinRemark({ issue, original, traces, taken }: Twin): Remark {
  const { key, summary: title } = issue;
  const of = { issueKey: original.key };
  if (issue.level === 'epic') return { key, title, ...because('twin-epic', { twin: { issueKey: key }, of }) };
  if (traces.length > 0) {
    const by = [...new Set(traces)].map((trace) => because('trace', { trace }));
    return { key, title, ...because('twin-touched', { of, by }) };
  }
  const proposal = { kind: 'twin', taken } as const;
  return { key, title, ...because('twin', { of, taken: taken ? 'yes' : 'no' }), proposal };
}

interface Pair {
  readonly issue: OurIssue;
  readonly original: OurIssue;
}

/** Newer issues with the level, the identity and the title of one that is linked or, where none is, of the oldest. */
function pairsIn({ issues, others, workloadLinks: { links } }: Found): readonly Pair[] {
  const claims = new Map<string, OurIssue[]>();
  for (const issue of [...issues, ...others].sort(older)) {
    const key = identityKey(issue.property);
    claims.set(key, [...(claims.get(key) ?? []), issue]);
  }
  const ours = new Set(issues.map(({ id }) => id));
  return [...claims].flatMap(([key, all]) => {
    const link = links.get(key);
    const original = all.find(({ id }) => (link === undefined ? ours.has(id) : id === link.issueId));
    if (original === undefined) return [];
    const title = link === undefined || link.summary === '' ? original.summary : link.summary;
    return all
      .filter((issue) => older(original, issue) < 0)
      .filter(({ level, summary }) => level === original.level && summary === title)
      .map((issue) => ({ issue, original }));
  });
}

/** Jira gives ids in ascending order. */
function older({ id: a }: OurIssue, { id: b }: OurIssue): number {
  return a.length - b.length || (a < b ? -1 : a === b ? 0 : 1);
}
