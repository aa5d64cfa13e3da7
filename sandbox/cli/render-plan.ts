/** A plan as a readable tree. Pure. */
import type { Outcome, PlannedChange, PlannedCreate } from './api';
import { count, levelsInWords, say } from './words';

/** Lists longer than this are told by number, unless `--verbose`. */
const LONG = 8;

const NOTES = {
  add: 'its status goes into the notes',
  change: 'its status in the notes changes',
  remove: 'its status leaves the notes',
} as const;

const MEANS = {
  implemented: 'resolve as implemented',
  notApplicable: 'resolve as not applicable',
} as const;

/** The plan, a line each: what is made by lens, pillar and question, then what changes. */
export function renderPlan(
  changes: readonly PlannedChange[],
  outcome: Outcome,
  verbose: boolean,
): readonly string[] {
  if (changes.length === 0 && outcome.kind === 'blocked') return [];
  const left = outcome.conflicts.length + outcome.failed.length;
  if (changes.length === 0 && left > 0)
    return [
      `${count(left, 'thing')} for you to settle; else ${count(outcome.planned.unchanged, 'work item')} up to date.`,
    ];
  if (changes.length === 0)
    return [`Nothing to do: ${count(outcome.planned.unchanged, 'work item')} up to date.`];
  const creates = changes.filter((change) => change.kind === 'create');
  return [
    `Plan ${outcome.fingerprint}: ${summary(outcome)}`,
    ...renderCreates(creates, verbose),
    ...renderRest(changes, verbose),
  ];
}

function summary({ planned }: Outcome): string {
  const parts = [
    ...(total(planned.create) ? [`create ${levelsInWords(planned.create)}`] : []),
    ...(planned.update ? [`update ${planned.update}`] : []),
    ...(planned.close ? [`close ${planned.close}`] : []),
    ...(planned.reopen ? [`reopen ${planned.reopen}`] : []),
    ...(planned.resolve ? [`resolve ${planned.resolve} in another way`] : []),
    ...(planned.choose ? [`change ${count(planned.choose, 'answer')} in AWS`] : []),
    ...(planned.notes ? [`write the notes of ${count(planned.notes, 'question')}`] : []),
    `leave ${planned.unchanged} as they are`,
  ];
  return parts.join(', ');
}

function total({ epics, tasks, subtasks }: { epics: number; tasks: number; subtasks: number }): number {
  return epics + tasks + subtasks;
}

function renderCreates(creates: readonly PlannedCreate[], verbose: boolean): readonly string[] {
  const epics = creates.filter(({ level }) => level === 'epic').map(({ title }) => `+ Epic ${title}`);
  const byPillar = groupBy(
    creates.filter(({ level }) => level !== 'epic'),
    ({ lens, pillar }) => `${lens ?? ''} › ${pillar ?? ''}`,
  );
  const pillars = [...byPillar].flatMap(([pillar, members]) => [
    `  ${pillar}: ${levelsInWords(levelsOf(members))}`,
    ...renderQuestions(members, verbose),
  ]);
  return [...epics, ...pillars];
}

function renderQuestions(members: readonly PlannedCreate[], verbose: boolean): readonly string[] {
  const questions = [...groupBy(members, ({ question }) => question ?? '')];
  const shown = verbose ? questions : questions.slice(0, LONG);
  const lines = shown.flatMap(([question, items]) => {
    const subtasks = items.filter(({ level }) => level === 'subtask');
    const isNew = items.some(({ level }) => level === 'task');
    const head = `    ${isNew ? '+ Task' : '·     '} ${question} [${items[0]?.risk ?? '?'}]`;
    return verbose
      ? [head, ...subtasks.map(({ title }) => `        + Sub-task ${title}`)]
      : [subtasks.length ? `${head} + ${count(subtasks.length, 'Sub-task')}` : head];
  });
  const rest = questions.length - shown.length;
  return rest > 0 ? [...lines, `    … and ${count(rest, 'more question')} (--verbose lists them)`] : lines;
}

function renderRest(changes: readonly PlannedChange[], verbose: boolean): readonly string[] {
  const lines = changes.flatMap((change) => {
    if (change.kind === 'update')
      return [`~ ${change.key ?? 'hidden'} ${change.title}: ${change.changes.map(say).join(', ')}`];
    if (change.kind === 'close')
      return [`✓ ${change.key ?? 'hidden'} ${change.title}: close, ${say(change.reason)}`];
    if (change.kind === 'reopen')
      return [`↺ ${change.key ?? 'hidden'} ${change.title}: reopen, ${say(change.reason)}`];
    if (change.kind === 'resolve')
      return [`✓ ${change.key ?? 'hidden'} ${change.title}: ${MEANS[change.means]}, ${say(change.reason)}`];
    if (change.kind === 'choose')
      return [`→ ${change.key ?? 'hidden'} ${change.title}: ${change.status} in AWS, ${say(change.reason)}`];
    if (change.kind === 'notes')
      return [`✎ ${change.key === undefined ? '' : `${change.key} `}${change.title}: ${NOTES[change.what]}`];
    return [];
  });
  const limit = LONG * 4;
  if (verbose || lines.length <= limit) return lines;
  return [...lines.slice(0, limit), `… and ${lines.length - limit} more (--verbose lists them)`];
}

function levelsOf(creates: readonly PlannedCreate[]) {
  const of = (level: PlannedCreate['level']) => creates.filter((create) => create.level === level).length;
  return { epics: of('epic'), tasks: of('task'), subtasks: of('subtask') };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
