/** Tasks that lost their Epic: Jira leaves them without a parent when it is deleted. */
import type { Comparison } from './compare-issue';
import type { Creates } from './creates';
import type { Entry, IssueOf } from './entry';
import type { Matches } from './match';
import type { PlanInput, Remark } from './plan';
import { mayBeBelow, ONE_PLACE } from './places';
import { isTaken, NOT_SHOWN } from './proposals';
import { because } from './reasons';

/** A Task without any parent, and whether the plan puts it below its Epic. */
export interface Orphan {
  readonly issueId: string;
  /** Key of the Epic's entry. */
  readonly parentKey: string;
  readonly taken: boolean;
  /** With a proposal, unless Jira does not let it be below that Epic. */
  readonly remark: Remark;
}

/**
 * Tasks without a parent whose Epic is there or is made in this run. Where this run does not make it, people may
 * have left the Task out or taken it out of the Epic: it is told, and moved only where a person asks for it. A
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
    const epic = parentKey === undefined ? undefined : matches.usable.get(parentKey);
    if (parentKey === undefined || !(epic || made.has(parentKey))) return [];
    const isNew = epic === undefined || isOfRun(parentKey, epic, input);
    return [[key, orphanOf(issue, { parentKey, epic, isNew }, input)]];
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

interface Above<E extends Entry> {
  readonly parentKey: string;
  /** Absent where this run is to make it. */
  readonly epic: IssueOf<E> | undefined;
  /** Of this run. */
  readonly isNew: boolean;
}

function orphanOf<E extends Entry>(
  issue: IssueOf<E>,
  { parentKey, epic, isNew }: Above<E>,
  { projectId, places = ONE_PLACE, run: { proposals = NOT_SHOWN } }: PlanInput<E>,
): Orphan {
  const { id: issueId, key, summary: title } = issue;
  if (!mayBeBelow(issue.projectId, epic?.projectId ?? projectId, places)) {
    const isEpicsOwn = epic === undefined || epic.projectId === projectId;
    const reason = isEpicsOwn
      ? because('task-apart')
      : because('epic-apart', { epic: { issueKey: epic.key } });
    return { issueId, parentKey, taken: false, remark: { key, title, ...reason } };
  }
  const taken = isTaken('below-epic', issue, isNew, proposals);
  const reason = because('below-epic', { taken: taken ? 'yes' : 'no' });
  const proposal = { kind: 'below-epic', taken } as const;
  return { issueId, parentKey, taken, remark: { key, title, ...reason, proposal } };
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
