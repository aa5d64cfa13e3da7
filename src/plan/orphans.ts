/** Tasks that lost their Epic: Jira leaves them without a parent when it is deleted. */
import type { Comparison } from './compare-issue';
import type { Creates } from './creates';
import type { Entry, IssueOf } from './entry';
import type { Matches } from './match';
import type { PlanInput, Remark } from './plan';
import { isTaken, NOT_SHOWN } from './proposals';
import { because } from './reasons';

/** A Task without any parent, and whether the plan puts it below its Epic. */
export interface Orphan {
  readonly issueId: string;
  /** Key of the Epic's entry. */
  readonly parentKey: string;
  readonly taken: boolean;
  readonly remark: Remark;
}

/**
 * Tasks without a parent whose Epic is made in this run, or was made after them. Where a run made it before,
 * people left the Task out or took it out of the Epic: it is told, and moved only where a person asks for it. A
 * Task below another Epic stays where people put it.
 */
export function findOrphans<E extends Entry>(
  followed: readonly E[],
  matches: Matches<E>,
  creates: Pick<Creates<E>, 'creates'>,
  input: PlanInput<E>,
): ReadonlyMap<string, Orphan> {
  const made = new Set(creates.creates.map(({ entry }) => entry.key));
  const orphans = followed.flatMap(({ key, level, parentKey }): [string, Orphan][] => {
    const issue = matches.usable.get(key);
    if (level !== 'task' || issue === undefined || issue.parentId !== undefined) return [];
    if (parentKey === undefined) return [];
    const epic = matches.usable.get(parentKey);
    const isNew = made.has(parentKey) || (epic !== undefined && isOfRun(parentKey, epic, input));
    if (!isNew && !(epic !== undefined && isOlder(issue, epic))) return [];
    return [[key, orphanOf(issue, parentKey, isNew, input)]];
  });
  return new Map(orphans);
}

/** The comparison with the new parent among what an update changes. */
export function belowEpic<E extends Entry>(
  comparison: Comparison<E>,
  orphan: Orphan | undefined,
): Comparison<E> {
  if (!orphan?.taken) return comparison;
  const { entry, issue } = comparison.matched;
  const update = comparison.update ?? { kind: 'update', entry, issue, patch: {}, changes: [] };
  const changes = [...update.changes, because('parent')];
  return { ...comparison, update: { ...update, below: orphan.parentKey, changes } };
}

function orphanOf<E extends Entry>(
  issue: IssueOf<E>,
  parentKey: string,
  isNew: boolean,
  { run: { proposals = NOT_SHOWN } }: PlanInput<E>,
): Orphan {
  const taken = isTaken('below-epic', issue, isNew, proposals);
  const reason = because('below-epic', { taken: taken ? 'yes' : 'no' });
  const proposal = { kind: 'below-epic', taken } as const;
  const remark = { key: issue.key, title: issue.summary, ...reason, proposal };
  return { issueId: issue.id, parentKey, taken, remark };
}

/** An earlier invocation of this run made the Epic. */
function isOfRun<E extends Entry>(
  key: string,
  epic: IssueOf<E>,
  { links, run: { runId } }: PlanInput<E>,
): boolean {
  const link = links.get(key);
  return link?.issueId === epic.id && link.createdBy !== undefined && link.createdBy === runId;
}

/** Jira gives ids in ascending order. */
function isOlder({ id }: { readonly id: string }, than: { readonly id: string }): boolean {
  return id.length < than.id.length || (id.length === than.id.length && id < than.id);
}
