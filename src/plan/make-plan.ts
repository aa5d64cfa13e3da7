import { LEVELS } from '../jira/model';
import type { Entry, IssueOf } from './entry';
import { compareIssue, type Comparison } from './compare-issue';
import { planCreates, type Creates } from './creates';
import { fingerprintOf } from './fingerprint';
import { followedByEpic, followedByItem, followedByTask, type FollowedSide } from './followed-side';
import { matchIssues, type Matches } from './match';
import { belowEpic, findOrphans, type Orphan } from './orphans';
import { gone, outsideScope } from './out-of-scope';
import type { Change, Move, Plan, PlanInput } from './plan';
import { emptied } from './safety';
import { countThere } from './there';

/**
 * Compares a source's entries with the issues and decides every change. Total: whatever the input, it plans only
 * what it is sure of and says the rest in remarks. The same input gives the same plan, whatever the order
 * in which issues and links arrive.
 */
export function makePlan<E extends Entry>(input: PlanInput<E>): Plan<E> {
  const { source } = input;
  const matches = matchIssues(input);
  const creates = planCreates(source.entries, matches, input);
  const followed = source.entries.filter(isFollowed);
  const orphans = findOrphans(followed, matches, creates, input);
  const comparisons = compareAll(matches, creates, orphans, input);
  const told = [...orphans.values()].map(({ remark }) => remark);
  const changes = inOrder(creates, comparisons);
  const closing = new Set(comparisons.flatMap(({ move }) => (move?.kind === 'close' ? [move.issue.id] : [])));
  return {
    changes,
    matched: comparisons.map(({ matched }) => matched),
    remarks: {
      outOfScope: [
        ...outsideScope(source.entries, matches, closing),
        ...(source.isWhole ? gone(source, matches) : []),
      ],
      movedInJira: comparisons.flatMap(({ movedInJira }) => movedInJira ?? []),
      conflicts: [
        ...matches.conflicts,
        ...creates.missing,
        ...told.filter(({ proposal }) => proposal === undefined),
        ...comparisons.flatMap(({ conflict }) => conflict ?? []),
      ],
      blocked: creates.blocked,
      proposals: told.filter(({ proposal }) => proposal !== undefined),
    },
    unchanged: comparisons.filter(
      ({ update, move, resolve, choice }) => !update && !move && !resolve && !choice,
    ).length,
    fingerprint: fingerprintOf(changes),
    there: countThere(input),
    refusal: emptied(input),
  };
}

/** An existing issue is followed unless the run or the settings leave it out. */
function isFollowed(entry: Entry): boolean {
  return entry.standing !== 'outside-run' && entry.standing !== 'outside-settings';
}

/** Compares children before their parents: whether a parent is finished depends on what becomes of them. */
function compareAll<E extends Entry>(
  matches: Matches<E>,
  creates: Creates<E>,
  orphans: ReadonlyMap<string, Orphan>,
  input: PlanInput<E>,
): readonly Comparison<E>[] {
  const { source, settings, run, links } = input;
  const placed = { ...input, issues: withParents(orphans, matches, input) };
  const compared = new Map<string, Comparison<E>>();
  for (const level of [...LEVELS].reverse()) {
    const moves = [...compared.values()].flatMap(({ move }) => move ?? []);
    for (const entry of source.entries) {
      const issue = matches.usable.get(entry.key);
      if (entry.level !== level || !issue || !isFollowed(entry)) continue;
      const followed = followedBy(entry, issue, moves, creates, placed);
      const asked = {
        followed,
        resolveSelects: settings.resolveSelects,
        keep: run.settle?.get(issue.key),
        propertyChanges: source.propertyChanges.bind(source),
      };
      const comparison = compareIssue(entry, issue, links.get(entry.key), asked);
      compared.set(entry.key, belowEpic(comparison, orphans.get(entry.key)));
    }
  }
  return source.entries.flatMap(({ key }) => compared.get(key) ?? []);
}

/** The issues with the parents that the plan gives them: an Epic follows those Tasks too. */
function withParents<E extends Entry>(
  orphans: ReadonlyMap<string, Orphan>,
  { usable }: Matches<E>,
  { issues }: PlanInput<E>,
): readonly IssueOf<E>[] {
  const taken = [...orphans.values()].filter((orphan) => orphan.taken);
  const parents = new Map(taken.map(({ issueId, parentKey }) => [issueId, usable.get(parentKey)?.id]));
  return issues.map((issue) => {
    const parentId = parents.get(issue.id);
    return parentId === undefined ? issue : { ...issue, parentId };
  });
}

function followedBy<E extends Entry>(
  entry: E,
  issue: IssueOf<E>,
  moves: readonly Move<E>[],
  creates: Creates<E>,
  { settings: { parentsFollow }, issues }: PlanInput<E>,
): FollowedSide | undefined {
  if (entry.state) return followedByItem(entry.state);
  if (entry.level !== 'epic') return followedByTask(entry, issue, moves, creates, parentsFollow);
  return parentsFollow ? followedByEpic(issue, issues, moves, creates) : undefined;
}

/**
 * Parents first when making and reopening, children first when closing: workflows may demand that no
 * child of a closed parent is open. Then what Jira tells the source, group by group.
 */
function inOrder<E extends Entry>(
  creates: Creates<E>,
  comparisons: readonly Comparison<E>[],
): readonly Change<E>[] {
  const moves = comparisons.flatMap(({ move }) => move ?? []);
  const pick = (kind: 'close' | 'reopen', level: Entry['level']) =>
    moves.filter((move) => move.kind === kind && move.entry.level === level);
  return [
    ...creates.creates,
    ...comparisons.flatMap(({ update }) => update ?? []),
    ...LEVELS.flatMap((level) => pick('reopen', level)),
    ...[...LEVELS].reverse().flatMap((level) => pick('close', level)),
    ...comparisons.flatMap(({ resolve }) => resolve ?? []),
    ...comparisons.flatMap(({ choice }) => choice ?? []),
  ];
}
