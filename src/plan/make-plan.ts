import { LEVELS } from '../jira/jira';
import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import { catalogue, isWhole } from './catalogue';
import type { Entry } from './entry';
import { compareIssue, type Comparison } from './compare-issue';
import { planCreates, type Creates } from './creates';
import { fingerprintOf } from './fingerprint';
import { matchIssues, type Matches } from './match';
import { gone, outsideScope } from './out-of-scope';
import type { Change, Move, Plan, PlanInput } from './plan';
import { implausible } from './safety';
import { reviewOfEpic, reviewOfSubtask, reviewOfTask, type ReviewSide } from './review-side';

/**
 * Compares the review with the issues and decides every change. Total: whatever the input, it plans only
 * what it is sure of and says the rest in remarks. The same input gives the same plan, whatever the order
 * in which issues and links arrive.
 */
export function makePlan(input: PlanInput): Plan {
  const settings = { ...input.settings, scope: input.run.scope ?? input.settings.scope };
  const entries = catalogue(input.review, settings, input.run.selection);
  const matches = matchIssues(entries, input);
  const creates = planCreates(entries, matches, input);
  const comparisons = compareAll(entries, matches, creates, input);
  const changes = inOrder(creates, comparisons);
  const closing = new Set(comparisons.flatMap(({ move }) => (move?.kind === 'close' ? [move.issue.id] : [])));
  const whole = isWhole(input.run.selection);
  return {
    changes,
    matched: comparisons.map(({ matched }) => matched),
    remarks: {
      outOfScope: [
        ...outsideScope(entries, matches, closing),
        ...(whole ? gone(entries, matches, input.review) : []),
      ],
      movedInJira: comparisons.flatMap(({ movedInJira }) => movedInJira ?? []),
      conflicts: [
        ...matches.conflicts,
        ...creates.missing,
        ...comparisons.flatMap(({ conflict }) => conflict ?? []),
      ],
      blocked: creates.blocked,
    },
    unchanged: comparisons.filter(({ update, move, choice }) => !update && !move && !choice).length,
    fingerprint: fingerprintOf(changes),
    refusal: implausible(input, comparisons),
  };
}

/** An existing issue is followed unless the run or the link's settings leave it out. */
function isFollowed(entry: Entry): boolean {
  return entry.standing !== 'outside-run' && entry.standing !== 'outside-settings';
}

/** Compares children before their parents: whether a parent is finished depends on what becomes of them. */
function compareAll(
  entries: readonly Entry[],
  matches: Matches,
  creates: Creates,
  { settings: { parentsFollow, resolveSelects }, run, links, issues }: PlanInput,
): readonly Comparison[] {
  const compared = new Map<string, Comparison>();
  const compare = (
    level: Entry['level'],
    sideOf: (entry: Entry, issue: OurIssue, moves: readonly Move[]) => ReviewSide | undefined,
  ) => {
    const moves = [...compared.values()].flatMap(({ move }) => move ?? []);
    for (const entry of entries) {
      const key = identityKey(entry.identity);
      const issue = matches.usable.get(key);
      if (entry.level !== level || !issue || !isFollowed(entry)) continue;
      const asked = { review: sideOf(entry, issue, moves), resolveSelects, keep: run.settle?.get(issue.key) };
      compared.set(key, compareIssue(entry, issue, links.get(key), asked));
    }
  };
  compare('subtask', reviewOfSubtask);
  compare('task', (entry, issue, moves) => reviewOfTask(entry, issue, moves, creates, parentsFollow));
  compare('epic', (_entry, issue, moves) =>
    parentsFollow ? reviewOfEpic(issue, issues, moves, creates) : undefined,
  );
  return entries.flatMap((entry) => compared.get(identityKey(entry.identity)) ?? []);
}

/**
 * Parents first when making and reopening, children first when closing: workflows may demand that no
 * child of a closed parent is open. Then what Jira tells AWS, question by question.
 */
function inOrder(creates: Creates, comparisons: readonly Comparison[]): readonly Change[] {
  const moves = comparisons.flatMap(({ move }) => move ?? []);
  const pick = (kind: 'close' | 'reopen', level: Entry['level']) =>
    moves.filter((move) => move.kind === kind && move.entry.level === level);
  return [
    ...creates.creates,
    ...comparisons.flatMap(({ update }) => update ?? []),
    ...LEVELS.flatMap((level) => pick('reopen', level)),
    ...[...LEVELS].reverse().flatMap((level) => pick('close', level)),
    ...comparisons.flatMap(({ choice }) => choice ?? []),
  ];
}
