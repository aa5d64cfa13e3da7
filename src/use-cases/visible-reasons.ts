/** What stands in the place of what a person may not see; `words/en/visible.ts` has the words. */
import { reasonsOf, type None } from '../reason';

export interface VisibleReasons {
  hidden: None;
  'hidden-title': None;
  'hidden-issue': None;
  'for-admins': None;
}

export const because = reasonsOf<VisibleReasons>();
