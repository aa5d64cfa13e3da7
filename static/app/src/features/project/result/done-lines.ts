import type { RunOutcome } from '../../../../../../src/contract';
import { texts } from '../../../texts';
import type { Format } from '../../../texts/format';

const { result } = texts.project.sync;

/** What a run did, a line for each kind of change that there was. Pure. */
export function doneLines(outcome: RunOutcome, format: Format): readonly string[] {
  const { created, updated, closed, reopened, chosen, notesWritten } = outcome;
  return [
    ...(created.epics + created.tasks + created.subtasks > 0 ? [result.created(created, format)] : []),
    ...(updated > 0 ? [result.updated(updated, format)] : []),
    ...(closed > 0 ? [result.closed(closed, format)] : []),
    ...(reopened > 0 ? [result.reopened(reopened, format)] : []),
    ...(chosen > 0 ? [result.chosen(chosen, format)] : []),
    ...(notesWritten > 0 ? [result.notes(notesWritten, format)] : []),
  ];
}
