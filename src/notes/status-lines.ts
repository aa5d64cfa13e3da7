/** What a block says, line by line. */
import { utcDay } from './changed-at';
import type { Detail, QuestionStatus, SubtaskStatus } from './model';
import { plainKey, plainLine, plainUrl } from './plain-text';

/** The app's own bounds, in UTF-16 code units; Jira takes status names of up to 255 (its OpenAPI document). */
const MAX_STATUS = 60;
const MAX_STATUS_IN_LINE = 30;
const MAX_PRACTICE = 120;

/** Lines without blanks at their ends and without anything that could be a marker. */
export function statusLines(status: QuestionStatus, detail: Detail): readonly string[] {
  if (detail === 'line') return [`${taskLine(status, MAX_STATUS_IN_LINE)}, ${progress(status)}`];
  const url = plainUrl(status.task.url);
  return [
    taskLine(status, MAX_STATUS),
    ...(url === undefined ? [] : [url]),
    progress(status),
    ...(detail === 'counts' ? [] : subtaskLines(status.subtasks, detail === 'titles')),
  ];
}

function taskLine({ task }: QuestionStatus, max: number): string {
  const box = checkbox(task.statusCategory === 'done');
  return `${box} Task ${plainKey(task.key)}: ${plainLine(task.status, max)}`;
}

function progress({ subtasks, changedAt }: QuestionStatus): string {
  const done = subtasks.filter((subtask) => subtask.done).length;
  const day = utcDay(changedAt);
  const since = day === undefined ? '' : `, last status change ${day}`;
  return `${done} of ${subtasks.length} Sub-tasks done${since}`;
}

/** By number within a project: `APP-9` before `APP-10`. */
function subtaskLines(subtasks: readonly SubtaskStatus[], withTitles: boolean): readonly string[] {
  return subtasks
    .map((subtask) => {
      const key = plainKey(subtask.key);
      return { key, line: subtaskLine(key, subtask, withTitles) };
    })
    .sort((a, b) => a.key.length - b.key.length || compare(a.key, b.key) || compare(a.line, b.line))
    .map(({ line }) => line);
}

function subtaskLine(key: string, { status, done, practice }: SubtaskStatus, withTitle: boolean): string {
  const title = withTitle && practice !== undefined ? ` - ${plainLine(practice, MAX_PRACTICE)}` : '';
  return `${checkbox(done)} ${key}: ${plainLine(status, MAX_STATUS)}${title}`;
}

function checkbox(done: boolean): string {
  return done ? '[x]' : '[ ]';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
