/** Records that this version of the app cannot use. None of it quotes what is stored. */
import { inWords } from '../in-words';
import type { Reason } from '../reason';
import { because, costOf, mendOf } from './reasons';

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
    const what = because('record-unreadable', { record, key });
    super(because('record-problem', { what, cost: costOf(record), todo: mendOf(record) }), problem);
  }
}

/** A newer version of the app wrote it: this one neither uses nor changes it. */
export class NewerRecord extends RecordError {
  override readonly name = 'NewerRecord';

  constructor(problem: RecordProblem & { readonly code: 'newer' }) {
    const { record, key, version, known } = problem;
    const what = because('record-newer', { record, key, version, known });
    super(because('record-problem', { what, cost: costOf(record), todo: because('update-app') }), problem);
  }
}

export function errorOf(problem: RecordProblem): RecordError {
  return problem.code === 'newer' ? new NewerRecord(problem) : new UnreadableRecord(problem);
}

export type Read<T> = { readonly value: T } | { readonly problem: RecordProblem };

/** What was read, or why it cannot be: for a reader to whom this record is one fact among others. */
export async function orProblem<T>(reading: Promise<T>): Promise<Read<T>> {
  try {
    return { value: await reading };
  } catch (error) {
    if (error instanceof RecordError) return { problem: error.problem };
    throw error;
  }
}

/** As `orProblem`, for whom it is enough that there is nothing. It stands in the log already. */
export async function ifReadable<T>(reading: Promise<T>): Promise<T | undefined> {
  const read = await orProblem(reading);
  return 'value' in read ? read.value : undefined;
}

/**
 * What was read, or `instead` and why where it is unreadable: for those who may save over it.
 *
 * @throws NewerRecord
 */
export async function orIfUnreadable<T>(
  reading: Promise<T>,
  instead: T,
): Promise<{ readonly value: T; readonly unreadable?: Reason }> {
  const read = await orProblem(reading);
  if ('value' in read) return read;
  const error = errorOf(read.problem);
  if (error instanceof NewerRecord) throw error;
  return { value: instead, unreadable: error.reason };
}
