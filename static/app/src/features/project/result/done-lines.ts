import type { RunOutcome } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import { levels } from '../levels';

const { result } = projectTexts.sync;

/**
 * Of a run whose plan was done: questions whose notes were to be written, and said the same when they were read
 * directly before. Pure.
 */
export function notesAlready(outcome: RunOutcome): number {
  const { kind, planned, notesWritten, failed, conflicts, refusal } = outcome;
  const isWhole = kind === 'applied' && refusal === undefined && failed.length + conflicts.length === 0;
  return isWhole ? Math.max(0, planned.notes - notesWritten) : 0;
}

/** What a run did, a line for each kind of change that there was. Pure. */
export function doneLines(outcome: RunOutcome): readonly string[] {
  const { created, updated, closed, reopened, chosen, notesWritten } = outcome;
  return [
    ...(created.epics + created.tasks + created.subtasks > 0
      ? [result.created({ what: levels(created) })]
      : []),
    ...(updated > 0 ? [result.updated({ count: updated })] : []),
    ...(closed > 0 ? [result.closed({ count: closed })] : []),
    ...(reopened > 0 ? [result.reopened({ count: reopened })] : []),
    ...(chosen > 0 ? [result.chosen({ count: chosen })] : []),
    ...(notesWritten > 0 ? [result.notes({ count: notesWritten })] : []),
  ];
}
