/** What people do to issues, and what of it a sync must never take back. */
import { doc, paragraph, text } from '../../src/jira/adf/builder';
import type { AdfDocument } from '../../src/jira/model';
import type { Edit } from './arbitraries';
import type { StoredIssue } from './board';
import { FOREIGN_PROJECT, SECOND_PROJECT, type World } from './world';

/** An edit that must outlive every sync. */
export interface Kept {
  readonly id: string;
  readonly summary?: string;
  readonly description?: AdfDocument;
  readonly label?: string;
  readonly parentId?: string;
}

/** Does the edit, with words that nobody else uses; answers what must stay of it. */
export function doEdit(world: World, edit: Edit, nth: number): readonly Kept[] {
  const issues = world.board.all();
  const issue = issues[edit.which % Math.max(1, issues.length)];
  if (!issue) return [];
  const { board } = world;
  const { id } = issue;
  const words = `a person's words ${nth}`;
  switch (edit.kind) {
    case 'retitle':
      board.change(id, { summary: words });
      return [{ id, summary: words }];
    case 'describe': {
      const description = doc(paragraph(text(words)));
      board.change(id, { description });
      return [{ id, description }];
    }
    case 'label':
      board.change(id, { labels: [...issue.labels, `team-${nth}`] });
      return [{ id, label: `team-${nth}` }];
    case 'unlabel':
      board.change(id, { labels: withoutOneOfOurs(issue.labels) });
      return [];
    case 'adopt':
      return adopt(world, issue);
    case 'addOpenSubtask':
    case 'addDoneSubtask':
      addSubtask(world, issue, edit.kind === 'addDoneSubtask');
      return [];
    default:
      doSomethingElse(world, issue, edit);
      return [];
  }
}

/** What people put there themselves they keep: the law is about what a sync takes away. */
function withoutOneOfOurs(labels: readonly string[]): readonly string[] {
  const taken = labels.find((label) => !label.startsWith('team-'));
  return labels.filter((label) => label !== taken);
}

function doSomethingElse(
  { board }: World,
  { id, level }: StoredIssue,
  edit: Exclude<Edit, { kind: 'retitle' | 'describe' | 'label' | 'unlabel' | 'adopt' | 'addOpenSubtask' }>,
): void {
  const movable = level !== 'subtask';
  if (edit.kind === 'status') board.setStatus(id, edit.to);
  else if (edit.kind === 'delete') board.delete(id);
  else if (edit.kind === 'clone') board.clone(id);
  else if (edit.kind === 'disown') board.change(id, { property: undefined });
  else if (edit.kind === 'leave' && movable) board.moveTo(id, FOREIGN_PROJECT);
  else if (edit.kind === 'serve' && movable) board.moveTo(id, SECOND_PROJECT);
}

/** A person hangs an issue under another parent of the same level. */
function adopt({ board }: World, { id, parentId, level }: StoredIssue): readonly Kept[] {
  const above = board.get(parentId ?? '')?.level;
  const other = board.all().find((each) => each.level === above && each.id !== parentId);
  if (level === 'epic' || !other) return [];
  board.change(id, { parentId: other.id });
  return [{ id, parentId: other.id }];
}

function addSubtask({ board }: World, task: StoredIssue, done: boolean): void {
  if (task.level !== 'task') return;
  const { id: parentId, projectKey } = task;
  const { id } = board.create({ projectKey, level: 'subtask', summary: "the team's own", parentId });
  if (done) board.setStatus(id, 'done');
}
