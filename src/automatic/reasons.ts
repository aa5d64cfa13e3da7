/** Every reason that automatic mode gives; `words/en/automatic.ts` has the words. */
import { reasonsOf, type None, type Reason } from '../reason';

export interface AutomaticReasons {
  // Why a run changes nothing, or waits.
  'automatic-off': None;
  'aws-connector': None;
  'review-just-changed': None;

  // Why automatic mode is not switched on.
  'aws-connector-unknown': { readonly because: Reason };

  // What is wrong with what came in place of an event of AWS: nothing of it is quoted.
  'event-too-large': None;
  'event-out-of-time': { readonly hours: number; readonly minutes: number };
  'event-no-json': None;
  /** Names of the schema. */
  'event-not-as-sent': { readonly places: readonly string[] };
}

/** A reason of the table with its params. */
export const because = reasonsOf<AutomaticReasons>();
