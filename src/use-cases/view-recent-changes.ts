/** What was done within a day, as the person who asks may see it: hidden issues are counted, and named nowhere. */
import type { Contract, RecentChangeView, RecentKind } from '../contract';
import type { Clock } from '../clock';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import { linkOf } from '../linked-workloads/link-of';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { Reason } from '../reason';
import { KINDS, type Kind } from '../sync/budget/kinds';
import { because } from '../sync/budget/reasons';
import { pruned, type RecentChange } from '../sync/budget/recent-changes';
import type { RecentChangesStore } from '../sync/budget/recent-changes-store';
import type { ProjectCaller } from './caller';
import { hiddenTitle } from './visible';

export interface ViewRecentChangesPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'>;
  readonly recentChanges: Pick<RecentChangesStore, 'load'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'visibleIssues'>;
  readonly clock: Clock;
}

/** So many are listed: a read of Jira for 100 keys, and as much as a person looks through. */
const MOST = 100;

/**
 * The changes that a run with `putBack` would meet, and the blocks that left the notes. Counts are exact, however many
 * are listed. Throws Refusal where the project does not link the workload, `UpstreamError` where Jira does not say what
 * the caller sees.
 */
export async function viewRecentChanges(
  { workloadArn }: Contract['workload.recentChanges']['payload'],
  { project }: ProjectCaller,
  { jiraAsCaller, clock, ...ports }: ViewRecentChangesPorts,
): Promise<Contract['workload.recentChanges']['result']> {
  await linkOf(project, workloadArn, ports);
  const { changes } = pruned(await ports.recentChanges.load(workloadArn), clock.now());
  const listed = [...changes].sort((one, other) => other.at - one.at).slice(0, MOST);
  const visible = await jiraAsCaller.visibleIssues(listed.flatMap(({ issueKey }) => issueKey ?? []));
  return { kinds: KINDS.flatMap((kind) => ofKind(kind, { changes, listed, visible })) };
}

interface Recent {
  readonly changes: readonly RecentChange[];
  readonly listed: readonly RecentChange[];
  readonly visible: ReadonlySet<string>;
}

function ofKind(kind: Kind, { changes, listed, visible }: Recent): RecentKind[] {
  const isOf = (change: RecentChange) => change.kind === kind;
  const count = changes.filter(isOf).length;
  const shown = listed.filter(isOf).map((change) => seen(change, visible));
  const what = because('done-within-day', { kind, changes: count });
  const isPutBack = kind !== 'blocksRemoved';
  return count === 0 ? [] : [{ kind, what, count, isPutBack, changes: shown, more: count - shown.length }];
}

/**
 * A change without an issue is of a question, whose title is for everybody who sees the project. Of a hidden issue the
 * names of its statuses are not told.
 */
function seen(change: RecentChange, visible: ReadonlySet<string>): RecentChangeView {
  const { issueKey: key, title, at } = change;
  const rest = { at: new Date(at).toISOString() };
  if (change.issueId === undefined) return { title, ...rest, what: fromTo(change) };
  if (key !== undefined && visible.has(key)) return { key, title, ...rest, what: fromTo(change) };
  return { title: hiddenTitle(), ...rest, what: sides(change) };
}

function fromTo(change: RecentChange): Reason {
  const { kind, moved } = change;
  const was = moved?.was.status.name;
  if (kind === 'blocksRemoved') return because('status-left-notes');
  if (was === undefined) return sides(change);
  const is = moved?.is?.status.name;
  if (is !== undefined) return because('status-was', { was, is });
  return because('status-was-left', { was, is: kind === 'issuesClosed' ? 'done' : 'open' });
}

function sides({ kind, practice }: RecentChange): Reason {
  if (practice) {
    const { was, is, cleared = [] } = practice;
    const whys = { wasWhy: was.reason ?? 'none', isWhy: is.reason ?? 'none' };
    const none = cleared.length > 0 ? ('yes' as const) : ('no' as const);
    return because('practice-was', { was: was.state, is: is.state, ...whys, cleared: none });
  }
  return kind === 'issuesReopened'
    ? because('issue-was', { was: 'done', is: 'open' })
    : because('issue-was', { was: 'open', is: 'done' });
}
