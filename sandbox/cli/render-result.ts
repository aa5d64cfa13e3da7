/** A run's result in words. Pure. */
import type { Outcome, Remark } from './api';
import { count, levelsInWords } from './words';

const LONG = 20;

/** What was done, then everything that a person should know, each with what to do. */
export function renderResult(outcome: Outcome, verbose: boolean): readonly string[] {
  const { created, updated, closed, reopened, chosen, notesWritten, unchanged, calls } = outcome;
  const done = [
    ...(created.epics + created.tasks + created.subtasks ? [`created ${levelsInWords(created)}`] : []),
    ...(updated ? [`updated ${updated}`] : []),
    ...(closed ? [`closed ${closed}`] : []),
    ...(reopened ? [`reopened ${reopened}`] : []),
    ...(chosen ? [`changed ${count(chosen, 'answer')} in AWS`] : []),
    ...(notesWritten ? [`wrote the notes of ${count(notesWritten, 'question')}`] : []),
  ];
  return [
    `${done.length ? `Done: ${done.join(', ')}` : 'Nothing was changed'}; ${unchanged} unchanged. (${calls.jira} Jira and ${calls.aws} AWS calls)`,
    ...renderRemarks(outcome, verbose),
  ];
}

/** Everything that is not a change: out of scope, moved, conflicts, failures. */
export function renderRemarks(outcome: Outcome, verbose: boolean): readonly string[] {
  return [
    ...section('out of scope; nothing is closed for that', outcome.outOfScope, verbose),
    ...section('moved by people in Jira; told, not undone', outcome.movedInJira, verbose),
    ...section('to settle by a person; nothing was written', outcome.conflicts, verbose),
    ...howToSettle(outcome),
    ...section('failed', outcome.failed, verbose),
    ...section('to know', outcome.notices, verbose),
  ];
}

/** Conflicts that a run can settle; the others (edited texts, doubled issues) end where people change something. */
const SETTLED_BY_A_RUN = /^(?:moved-apart|notes-(?:edited|broken|doubled|nested))$/;

function howToSettle({ conflicts }: Outcome): readonly string[] {
  const [first] = conflicts.filter(({ key, code }) => key !== undefined && SETTLED_BY_A_RUN.test(code));
  return first?.key === undefined
    ? []
    : [`  Say whose side stays: --settle ${first.key}=aws or --settle ${first.key}=jira, and so for each.`];
}

function section(title: string, remarks: readonly Remark[], verbose: boolean): readonly string[] {
  if (remarks.length === 0) return [];
  const shown = verbose ? remarks : remarks.slice(0, LONG);
  const rest = remarks.length - shown.length;
  return [
    `${count(remarks.length, 'issue')} ${title}:`,
    ...shown.flatMap(renderRemark),
    ...(rest > 0 ? [`  … and ${rest} more (--verbose lists them)`] : []),
  ];
}

function renderRemark({ key, title, reason, texts }: Remark): readonly string[] {
  return [
    `  ${key ? `${key} ` : ''}${title}: ${reason}`,
    ...(texts ?? []).flatMap(({ field, old, new: now, theirs }) => [
      `    ${field}${old === undefined ? '' : `, as the app wrote it: ${oneLine(old)}`}`,
      `      AWS now:  ${oneLine(now)}`,
      `      in Jira:  ${oneLine(theirs)}`,
    ]),
  ];
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
