import type { Link } from '../review-entries/link';

/** What a run has done so far, apart from creates: those are counted from the links. */
export interface Tally {
  readonly updated: number;
  readonly closed: number;
  readonly reopened: number;
  /** Choices of answers in AWS. */
  readonly chosen: number;
  /** Questions whose notes changed. */
  readonly notesWritten: number;
}

export interface Created {
  readonly epics: number;
  readonly tasks: number;
  readonly subtasks: number;
}

/** Issues that a run made, by their links: whichever of its invocations made them. Pure. */
export function createdBy(runId: string, links: Iterable<Link>): Created {
  const made = [...links].filter((link) => link.createdBy === runId).map(({ identity }) => identity);
  const subtasks = made.filter(({ choice }) => choice !== undefined).length;
  const epics = made.filter(({ question }) => question === undefined).length;
  return { epics, tasks: made.length - epics - subtasks, subtasks };
}
