/** Stored records that cannot be used. */
import type { Reason } from '../reason';

/** A record that a list lacks. */
export interface UnreadableRecord {
  /** Names it in the call that mends it; absent where nothing here does, as with a record of a newer version. */
  id?: string;
  /** Which record, what it costs, and what to do. */
  reason: Reason;
}
