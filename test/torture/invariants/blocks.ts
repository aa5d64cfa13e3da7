/** What the notes of questions tell. */
import { readStatusBlock } from '../../builders/status-block';
import { identityOf, isAppMade, isDone, type Issue } from '../facts';
import { blocksIn, markersIn } from '../notes';
import type { Judged } from './judged';
import { isTold } from './told';

export function oneBlock({ facts }: Judged): readonly string[] {
  return facts.questions.flatMap(({ id, title }) => {
    const notes = facts.answers.get(id)?.Notes ?? '';
    const count = Math.max(blocksIn(notes).length, markersIn(notes));
    return count <= 1 ? [] : [`"${title}" has ${count} blocks`];
  });
}

/** Of what the app may see: the Task's key, and how many of its Sub-tasks are done; no block where there is no Task. */
export function blocksTrue(judged: Judged): readonly string[] {
  const { facts, actor } = judged;
  return facts.questions.flatMap(({ id, title }) => {
    const tasks = facts.issues.filter((issue) => isAppMade(issue) && isTaskOf(issue, id));
    const [task] = tasks;
    const isHidden = facts.issues.some(
      (issue) => actor.written.hidden.has(issue.id) && identityOf(issue)?.question === id,
    );
    if (
      tasks.length > 1 ||
      isHidden ||
      actor.written.notes.get(id)?.isBroken ||
      isTold(judged, title, task?.key, task?.fields.summary)
    )
      return [];
    const block = readStatusBlock(facts.answers.get(id)?.Notes);
    if (task === undefined) return block === undefined ? [] : [`"${title}" has a block, and no Task`];
    if (block === undefined) return [`"${title}" has no block that can be read, and ${task.key} is its Task`];
    const children = facts.issues.filter((issue) => isAppMade(issue) && isSubtaskOf(issue, task, id));
    const is = `${block.taskKey}, ${block.done} of ${block.total}`;
    const isTwice = new Set(children.map((child) => identityOf(child)?.choice)).size < children.length;
    const should = `${task.key}, ${children.filter(isDone).length} of ${children.length}`;
    return is === should || isTwice ? [] : [`the block of "${title}" tells ${is}, and it is ${should}`];
  });
}

/** What the app may not see is not gone: its block stays until somebody decides. */
export function hiddenKeepBlocks({ facts, actor: { written } }: Judged): readonly string[] {
  return facts.questions
    .filter(({ id }) => written.blocksThen.has(id) && markersIn(facts.answers.get(id)?.Notes ?? '') === 0)
    .filter(({ id }) => facts.issues.some((issue) => written.hidden.has(issue.id) && isTaskOf(issue, id)))
    .map(({ title }) => `the Task of "${title}" is hidden from the app, and its block is gone`);
}

function isTaskOf(issue: Issue, question: string): boolean {
  const identity = identityOf(issue);
  return identity?.question === question && identity.choice === undefined;
}

function isSubtaskOf(issue: Issue, { id }: Issue, question: string): boolean {
  return issue.fields.parent?.id === id && identityOf(issue)?.question === question;
}
