/** AWS and Jira say the same, or the last sync tells that they do not. */
import { identityOf, isAppMade, isDone, stateIn, type Issue } from '../facts';
import type { Judged } from './judged';
import { isTold } from './told';

export function sidesEqual(judged: Judged): readonly string[] {
  const { facts, actor } = judged;
  return facts.questions.flatMap((question) =>
    question.practices.flatMap((practice) => {
      const answer = facts.answers.get(question.id);
      const issues = facts.issues.filter(
        (issue) => isAppMade(issue) && isOf(issue, question.id, practice.id),
      );
      const [issue] = issues;
      if (answer === undefined || issue === undefined || issues.length > 1) return [];
      const state = stateIn(answer, practice.id);
      if ((state === 'open') !== isDone(issue) || actor.written.hidden.has(issue.id)) return [];
      if (isTold(judged, issue.key, practice.title, issue.fields.parent?.key, question.title)) return [];
      return [`${issue.key} ("${practice.title}") is ${issue.fields.status.name}, and in AWS it is ${state}`];
    }),
  );
}

/** Questions at risk alone: of a lens whose questions have no risk once something of each is selected. */
export function everythingThere(judged: Judged): readonly string[] {
  const { facts } = judged;
  return facts.questions.flatMap((question) => {
    const answer = facts.answers.get(question.id);
    if (answer?.Risk !== 'HIGH' && answer?.Risk !== 'MEDIUM') return [];
    const task = facts.issues.find((issue) => isAppMade(issue) && isOf(issue, question.id, undefined));
    if (isTold(judged, question.title, task?.key)) return [];
    if (task === undefined) return [`"${question.title}" is ${answer.Risk} and has no Task`];
    return question.practices
      .filter(({ id }) => stateIn(answer, id) === 'open')
      .filter(({ id }) => !facts.issues.some((issue) => isAppMade(issue) && isOf(issue, question.id, id)))
      .filter(({ title }) => !isTold(judged, title))
      .map(({ title }) => `"${title}" is open and has no Sub-task`);
  });
}

function isOf(issue: Issue, question: string, choice: string | undefined): boolean {
  const identity = identityOf(issue);
  return identity?.question === question && identity.choice === choice;
}
