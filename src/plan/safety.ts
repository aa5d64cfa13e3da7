import { identityKey } from '../jira/ownership';
import type { Review } from '../wellarchitected/model';
import type { Comparison } from './compare-issue';
import type { Side } from './link';
import type { PlanInput } from './plan';
import { practiceSide } from './practice-side';

/** Fewer moves than this never look like an accident. */
const MANY = 10;

/**
 * Why a plan is implausible, in words for a person; undefined for a plausible one. Refused are: an emptied
 * review, more than half (and at least ten) of our open issues closing, and the same for reopening, which is
 * what a review with its answers wiped looks like. The other way round: more than half (and at least ten) of
 * the open best practices that have a Sub-task selected or marked not applicable, and the same for
 * unselecting, which is what a board that was emptied or moved as a whole looks like.
 */
export function implausible(input: PlanInput, comparisons: readonly Comparison[]): string | undefined {
  return (
    emptied(input) ??
    massive('close', input, comparisons) ??
    massive('reopen', input, comparisons) ??
    massiveChoices('open', input, comparisons) ??
    massiveChoices('done', input, comparisons)
  );
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
  const moving = comparisons.filter(({ move }) => move?.kind === kind && move.entry.level !== 'epic');
  return moving.length >= MANY && moving.length * 2 > there.length
    ? `${moving.length} of ${there.length} ${from} issues would ${kind} at once`
    : undefined;
}

/** Of all best practices that have a Sub-task of ours, whatever the run leaves out. */
function massiveChoices(
  from: Side,
  { review, issues }: PlanInput,
  comparisons: readonly Comparison[],
): string | undefined {
  const ours = new Set(issues.map(({ property }) => identityKey(property)));
  const there = practices(review).filter(({ key, side }) => side === from && ours.has(key));
  const changing = comparisons.filter(
    ({ choice }) => choice && (choice.update.status === 'UNSELECTED') === (from === 'done'),
  );
  if (changing.length < MANY || changing.length * 2 <= there.length) return undefined;
  const counts = `${changing.length} of ${there.length}`;
  return from === 'open'
    ? `${counts} open best practices would be selected or marked not applicable in AWS at once`
    : `${counts} best practices that are selected or not applicable would be unselected in AWS at once`;
}

function practices({ workload, lenses }: Review): readonly { readonly key: string; readonly side: Side }[] {
  return lenses.flatMap((lens) =>
    lens.pillars.flatMap((pillar) =>
      pillar.questions.flatMap(({ id, applicable, practices }) =>
        practices.map((practice) => ({
          key: identityKey({
            workload: workload.arn,
            lens: lens.identity,
            question: id,
            choice: practice.id,
          }),
          side: practiceSide(practice.state, applicable).side,
        })),
      ),
    ),
  );
}
