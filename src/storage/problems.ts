/** Records that this version of the app cannot use. None of it quotes what is stored. */
import { inWords } from '../in-words';
import type { Reason } from '../reason';
import { because } from './reasons';

export type RecordProblem =
  | { readonly code: 'unreadable'; readonly record: string; readonly key: string }
  | {
      readonly code: 'newer';
      readonly record: string;
      readonly key: string;
      readonly version: number;
      readonly known: number;
    };

/** Thrown by readers and writers of records that must not be taken for absent. */
export abstract class RecordError extends Error {
  constructor(
    readonly reason: Reason,
    readonly problem: RecordProblem,
  ) {
    super(inWords(reason));
  }

  get record(): string {
    return this.problem.record;
  }

  get key(): string {
    return this.problem.key;
  }
}

/** What stands under the key is nothing that any known version of the app wrote. */
export class UnreadableRecord extends RecordError {
  override readonly name = 'UnreadableRecord';

  constructor(problem: RecordProblem & { readonly code: 'unreadable' }) {
    const { record, key } = problem;
    super(because('record-unreadable', { record, key }), problem);
  }
}

/** A newer version of the app wrote it: this one neither uses nor changes it. */
export class NewerRecord extends RecordError {
  override readonly name = 'NewerRecord';

  constructor(problem: RecordProblem & { readonly code: 'newer' }) {
    const { record, key, version, known } = problem;
    super(because('record-newer', { record, key, version, known }), problem);
  }
}

export function errorOf(problem: RecordProblem): RecordError {
  return problem.code === 'newer' ? new NewerRecord(problem) : new UnreadableRecord(problem);
}

/**
 * What was read, or undefined where a record cannot be: for a reader to whom this record is one fact among
 * others. It stands in the log already.
 */
export async function ifReadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}
