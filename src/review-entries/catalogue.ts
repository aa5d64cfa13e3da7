/** The review as issues: every Epic, Task and Sub-task that it could have, in tree order. */
import type { Identity, OwnershipProperty } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { ItemState, Standing } from '../plan/entry';
import type { Scope, Selection } from '../settings/model';
import type { BestPractice, Question, Review } from '../wellarchitected/model';
import { issue } from '../../words/en/issue';
import { contentOfEpic, contentOfSubtask, contentOfTask } from './content';
import type { QuestionPath, ReviewContent, ReviewEntry } from './entry';
import type { IssueWords } from './issue-words';
import { itemState } from './practice-state';
import { because } from './reasons';
import { covers, inScope, isWhole } from './scope';

/** What the settings cover. */
export interface Covered {
  readonly scope: Scope;
  readonly selection: Selection;
}

/** Lists the Epic, then lens by lens, pillar by pillar, each Task followed by its Sub-tasks. */
export function catalogue(
  review: Review,
  settings: Covered,
  run: Selection,
  words: IssueWords = issue,
): readonly ReviewEntry[] {
  const entries: ReviewEntry[] = [epicEntry(review, run, words)];
  for (const lens of review.lenses)
    for (const pillar of lens.pillars)
      for (const question of pillar.questions)
        entries.push(
          ...questionEntries(
            review,
            { lens, pillar, question },
            standingOf({ lens, pillar, question }, settings, run),
            words,
          ),
        );
  return entries;
}

function epicEntry(review: Review, run: Selection, words: IssueWords): ReviewEntry {
  const identity = { workload: review.workload.arn };
  const content = contentOfEpic(review, words);
  return {
    key: identityKey(identity),
    identity,
    level: 'epic',
    stamp: stampOf(identity, content),
    content,
    standing: isWhole(run) ? 'in' : 'outside-run',
  };
}

function questionEntries(
  review: Review,
  path: QuestionPath,
  standing: Standing,
  words: IssueWords,
): readonly ReviewEntry[] {
  const { question } = path;
  const task = taskEntry(review, path, standing, words);
  return [
    task,
    ...question.practices.map((practice) =>
      subtaskEntry(task, contentOfSubtask(review, path, practice, words), practice, path, standing),
    ),
  ];
}

function taskEntry(review: Review, path: QuestionPath, standing: Standing, words: IssueWords): ReviewEntry {
  const { lens, question } = path;
  const identity = { workload: review.workload.arn, lens: lens.identity, question: question.id };
  const content = contentOfTask(review, path, words);
  const key = identityKey(identity);
  return {
    key,
    identity,
    level: 'task',
    parentKey: identityKey({ workload: review.workload.arn }),
    stamp: stampOf(identity, content, question),
    content,
    path,
    risk: question.risk,
    parent: {
      ...(question.applicable ? {} : { finished: because('question-not-applicable') }),
      withChildren: question.risk === 'NONE',
      open: because('question-risk', { risk: question.risk }),
    },
    group: key,
    ...standingWith(standing, !question.applicable, question),
  };
}

function subtaskEntry(
  task: ReviewEntry,
  content: ReviewContent,
  practice: BestPractice,
  path: QuestionPath,
  standing: Standing,
): ReviewEntry {
  const { question } = path;
  const identity = { ...task.identity, choice: practice.id };
  const state: ItemState = itemState(practice.state, question.applicable);
  return {
    key: identityKey(identity),
    identity,
    level: 'subtask',
    parentKey: task.key,
    stamp: stampOf(identity, content, question),
    content,
    path,
    risk: question.risk,
    state,
    group: task.key,
    ...standingWith(standing, state.is !== 'open', question),
  };
}

function stampOf(
  identity: Identity,
  { pillarLabel }: ReviewContent,
  question?: Question,
): ReviewEntry['stamp'] {
  const stamp: Omit<OwnershipProperty, 'hash'> = {
    v: 1,
    ...identity,
    ...(pillarLabel ? { pillar: pillarLabel } : {}),
    ...(question ? { risk: question.risk } : {}),
  };
  return stamp;
}

function standingOf(path: QuestionPath, settings: Covered, run: Selection): Standing {
  if (!covers(run, path)) return 'outside-run';
  if (!covers(settings.selection, path)) return 'outside-settings';
  return inScope(settings.scope, path.question.risk) ? 'in' : 'outside-scope';
}

/** Finished work gets no new issue, and is in nobody's way where the scope leaves it out. */
function standingWith(
  standing: Standing,
  isFinished: boolean,
  { risk }: Question,
): Pick<ReviewEntry, 'standing' | 'leftOut'> {
  if (isFinished && (standing === 'in' || standing === 'outside-scope')) return { standing: 'finished' };
  if (standing === 'outside-scope') return { standing, leftOut: because('risk-outside-scope', { risk }) };
  if (standing === 'outside-settings') return { standing, leftOut: because('not-selected') };
  return { standing };
}
