/** A run's result in words. Pure. */
import type { Outcome, Remark, Side } from './api';
import { count, levelsInWords, say } from './words';

const LONG = 20;

/** What was done, then everything that a person should know, each with what to do. */
export function renderResult(outcome: Outcome, verbose: boolean): readonly string[] {
  const { created, updated, closed, reopened, chosen, notesWritten, unchanged, calls } = outcome;
  const adopted = Number(outcome.notices.find(({ code }) => code === 'adopts')?.params.issues ?? 0);
  const done = [
    ...(adopted ? [`adopted ${count(adopted, 'work item')}`] : []),
    ...(created.epics + created.tasks + created.subtasks ? [`created ${levelsInWords(created)}`] : []),
    ...(updated ? [`updated ${updated}`] : []),
    ...(closed ? [`closed ${closed}`] : []),
    ...(reopened ? [`reopened ${reopened}`] : []),
    ...(chosen ? [`changed ${count(chosen, 'answer')} in AWS`] : []),
    ...(notesWritten ? [`wrote the notes of ${count(notesWritten, 'question')}`] : []),
  ];
  const already = notesAlready(outcome);
  return [
    `${done.length ? `Done: ${done.join(', ')}` : 'Nothing was changed'}; ${unchanged} unchanged. (${calls.jira} Jira and ${calls.aws} AWS calls)`,
    ...(already > 0 ? [`The notes of ${count(already, 'more question')} said so already.`] : []),
    ...renderRemarks(outcome, verbose),
  ];
}

/** Of a run whose plan was done: questions whose notes were to be written, and said the same when they were read. */
function notesAlready({ kind, planned, notesWritten, failed, conflicts, refusal }: Outcome): number {
  const isWhole = kind === 'applied' && refusal === undefined && failed.length + conflicts.length === 0;
  return isWhole ? Math.max(0, planned.notes - notesWritten) : 0;
}

/** Everything that is not a change: out of scope, moved, conflicts, failures. */
export function renderRemarks(outcome: Outcome, verbose: boolean): readonly string[] {
  return [
    ...section('out of scope; nothing is closed for that', outcome.outOfScope, verbose),
    ...section('moved by people in Jira; told, not undone', outcome.movedInJira, verbose),
    ...section('to settle by a person; nothing was written', outcome.conflicts, verbose),
    ...howToSettle(outcome),
    ...howToMakeAgain(outcome),
    ...section('with a proposal', outcome.proposals, verbose),
    ...howToDecide(outcome),
    ...section('failed', outcome.failed, verbose),
    ...section('to know', outcome.notices, verbose),
  ];
}

/** A line for each way of settling that there is; conflicts that no run settles end where people change something. */
function howToSettle({ conflicts }: Outcome): readonly string[] {
  const first = new Map<string, string>();
  for (const { key, settledBy = [] } of conflicts) {
    if (key === undefined || settledBy.length === 0) continue;
    const sides = settledBy.map((side) => `--settle ${key}=${side}`).join(' or ');
    const kind = settledBy.join(' ');
    if (!first.has(kind)) first.set(kind, `  Say whose side stays: ${sides}, and so for each.`);
  }
  return [...first.values()];
}

/** Where an issue is not found: the options that do something of it. */
function howToMakeAgain({ conflicts, notices, movedInJira, outOfScope }: Outcome): readonly string[] {
  const told = [...conflicts, ...notices, ...movedInJira, ...outOfScope];
  if (!told.some(({ code }) => code === 'deleted-in-jira')) return [];
  return [
    '  To have what is not found made again: --recreate. To take its status out of the notes in AWS: --remove-blocks.',
  ];
}

/** Of each kind of proposal, how to have the first of it otherwise. */
function howToDecide({ proposals }: Outcome): readonly string[] {
  const first = new Map<string, string>();
  for (const { key, proposal } of proposals) {
    if (key === undefined || proposal === undefined) continue;
    const { kind, taken } = proposal;
    const option = `--${taken ? 'leave' : 'take'} ${kind}:${key}`;
    const name = `${kind} ${taken ? 'taken' : 'left'}`;
    if (!first.has(name)) first.set(name, `  To have it otherwise: ${option}, and so for each.`);
  }
  return [...first.values()];
}

/** Decisions that settle nothing, because the conflict ends otherwise or not by a run. */
export function unsettled(
  { conflicts }: Outcome,
  decisions: readonly { readonly issueKey: string; readonly keep: Side }[],
): readonly string[] {
  return decisions.flatMap(({ issueKey, keep }) =>
    conflicts
      .filter(({ key, settledBy = [] }) => key === issueKey && !settledBy.includes(keep))
      .map(({ settledBy = [] }) => {
        const others = settledBy.map((side) => `--settle ${issueKey}=${side}`).join(' or ');
        const end = others === '' ? 'no run settles it' : `only ${others} does`;
        return `--settle ${issueKey}=${keep} does not settle the conflict of ${issueKey}: ${end}.`;
      }),
  );
}

function section(title: string, remarks: readonly Remark[], verbose: boolean): readonly string[] {
  if (remarks.length === 0) return [];
  const shown = verbose ? remarks : remarks.slice(0, LONG);
  const rest = remarks.length - shown.length;
  return [
    `${count(remarks.length, 'work item')} ${title}:`,
    ...shown.flatMap(renderRemark),
    ...(rest > 0 ? [`  … and ${rest} more (--verbose lists them)`] : []),
  ];
}

function renderRemark({ key, title, texts, ...reason }: Remark): readonly string[] {
  return [
    `  ${key ? `${key} ` : ''}${title}: ${say(reason)}`,
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
