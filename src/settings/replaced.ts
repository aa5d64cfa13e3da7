/** What a save of settings replaced. */
import type { Reason } from '../reason';
import type { Reading } from '../storage/decode';
import { errorOf } from '../storage/problems';

export interface Replaced<T> {
  /** What held until then; the defaults where nothing was stored or it could not be read. */
  readonly before: T;
  /** Why it could not be read. */
  readonly unreadable?: Reason;
}

export function replacedBy<T>(reading: Reading<T>, defaults: T): Replaced<T> {
  if (reading.kind === 'value') return { before: reading.value };
  if (reading.kind === 'absent') return { before: defaults };
  return { before: defaults, unreadable: errorOf(reading.problem).reason };
}
