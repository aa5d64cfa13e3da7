import type { Reading } from './decode';
import type { RecordProblem } from './problems';

/** Records of a list: those that can be read, and which cannot. */
export interface Listing<T> {
  readonly records: readonly T[];
  readonly problems: readonly RecordProblem[];
}

export function listingOf<T>(readings: readonly Reading<T>[]): Listing<T> {
  return {
    records: readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : [])),
    problems: readings.flatMap((reading) => (reading.kind === 'problem' ? [reading.problem] : [])),
  };
}
