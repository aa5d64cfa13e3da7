/** The review as issues: every Epic, Task and Sub-task that it could have, in tree order. */
import type { Scope, Selection } from '../settings/model';
import type { Review } from '../wellarchitected/model';
import { contentOfEpic, contentOfSubtask, contentOfTask } from './content';
import type { Entry, Place, Standing } from './entry';
import { practiceSide, QUESTION_NOT_APPLICABLE } from './practice-side';
import { covers, inScope } from './scope';

/** What the settings cover. */
interface Covered {
  readonly scope: Scope;
  readonly selection: Selection;
}

/** Lists the Epic, then lens by lens, pillar by pillar, each Task followed by its Sub-tasks. */
export function catalogue(review: Review, settings: Covered, run: Selection): readonly Entry[] {
  const entries: Entry[] = [epicEntry(review, run)];
  for (const lens of review.lenses)
    for (const pillar of lens.pillars)
      for (const question of pillar.questions)
        entries.push(...questionEntries(review, { lens, pillar, question }, settings, run));
  return entries;
}

function epicEntry(review: Review, run: Selection): Entry {
  return {
    identity: { workload: review.workload.arn },
    level: 'epic',
    content: contentOfEpic(review),
    standing: isWhole(run) ? 'in' : 'outside-run',
  };
}

/** Whether a selection chooses everything. */
export function isWhole(selection: Selection): boolean {
  return !selection.lensAliases && !selection.selectedPillars && !selection.questionIds;
}

function questionEntries(review: Review, place: Place, settings: Covered, run: Selection): Entry[] {
  const { lens, question } = place;
  const identity = { workload: review.workload.arn, lens: lens.identity, question: question.id };
  const standing = standingOf(place, settings, run);
  const notApplicable = question.applicable ? undefined : QUESTION_NOT_APPLICABLE;
  const task: Entry = {
    identity,
    level: 'task',
    parent: { workload: review.workload.arn },
    content: contentOfTask(review, place),
    place,
    risk: question.risk,
    ...(notApplicable ? { finished: notApplicable } : {}),
    finishedWithChildren: question.risk === 'NONE',
    standing: settle(standing, notApplicable),
  };
  const subtasks = question.practices.map((practice): Entry => {
    const { side, because } = practiceSide(practice.state, question.applicable);
    const finished = side === 'done' ? because : undefined;
    return {
      identity: { ...identity, choice: practice.id },
      level: 'subtask',
      parent: identity,
      content: contentOfSubtask(review, place, practice),
      place,
      risk: question.risk,
      practice: practice.state,
      ...(finished ? { finished } : {}),
      standing: settle(standing, finished),
    };
  });
  return [task, ...subtasks];
}

function standingOf(place: Place, settings: Covered, run: Selection): Standing {
  if (!covers(run, place)) return 'outside-run';
  if (!covers(settings.selection, place)) return 'outside-settings';
  return inScope(settings.scope, place.question.risk) ? 'in' : 'outside-scope';
}

function settle(standing: Standing, finished: string | undefined): Standing {
  const followed = standing === 'in' || standing === 'outside-scope';
  return finished && followed ? 'settled' : standing;
}
