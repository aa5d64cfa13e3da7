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
  return emptied(input) ?? massive('close', input, comparisons) ?? massive('reopen', input, comparisons);
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

/** Of all our issues, whatever the run leaves out: a run on one question may well close all of its issues. */
function massive(
  kind: 'close' | 'reopen',
  { issues }: PlanInput,
  comparisons: readonly Comparison[],
): string | undefined {
  const from = kind === 'close' ? 'open' : 'done';
  const there = issues.filter(
    ({ level, status }) => level !== 'epic' && (status.category === 'done') === (from === 'done'),
  );
  const moving = comparisons.filter(({ move }) => move?.kind === kind);
  return moving.length >= MANY && moving.length * 2 > there.length
    ? `${moving.length} of ${there.length} ${from} issues would ${kind} at once`
    : undefined;
}
