import { identityKey } from '../jira/ownership';
import type { Comparison } from './compare-issue';
import type { PlanInput } from './plan';

/** Fewer moves than this never look like an accident. */
const MANY = 10;

/**
 * Why a plan is implausible, in words for a person; undefined for a plausible one. Refused are: an emptied
 * review, more than half (and at least ten) of our open issues closing, and the same for reopening, which is
 * what a review with its answers wiped looks like.
 */
export function implausible(input: PlanInput, comparisons: readonly Comparison[]): string | undefined {
  return emptied(input) ?? massive('close', comparisons) ?? massive('reopen', comparisons);
}

function emptied({ review, issues }: PlanInput): string | undefined {
  const ours = issues.filter(({ level }) => level !== 'epic');
  if (ours.length === 0) return undefined;
  const questions = new Set(
    review.lenses.flatMap((lens) =>
      lens.pillars.flatMap((pillar) =>
        pillar.questions.map((question) =>
          identityKey({ workload: review.workload.arn, lens: lens.identity, question: question.id }),
        ),
      ),
    ),
  );
  if (questions.size === 0)
    return `the review has no question any more, and Jira has ${ours.length} issues for it`;
  const tasks = ours.filter(({ level }) => level === 'task');
  const lost = tasks.filter(({ property }) => !questions.has(identityKey({ ...property })));
  return tasks.length >= MANY && lost.length === tasks.length
    ? `none of the ${tasks.length} questions that have a Task is in the review any more`
    : undefined;
}

function massive(kind: 'close' | 'reopen', comparisons: readonly Comparison[]): string | undefined {
  const from = kind === 'close' ? 'open' : 'done';
  const issues = comparisons.filter(({ matched }) => matched.entry.level !== 'epic');
  const there = issues.filter(
    ({ matched }) => (matched.issue.status.category === 'done') === (from === 'done'),
  );
  const moving = issues.filter(({ move }) => move?.kind === kind);
  return moving.length >= MANY && moving.length * 2 > there.length
    ? `${moving.length} of ${there.length} ${from} issues would ${kind} at once`
    : undefined;
}
