/** Every reason that a handler gives; `words/en/handlers.ts` has the words. */
import { reasonsOf, type None, type Reason } from '../reason';

export interface HandlerReasons {
  // Why somebody may not.
  'only-jira-admins': None;
  'only-project-admins': None;
  'project-not-seen': None;
  'not-logged-in': None;

  // What a part of a payload must be.
  'must-be-project-key': None;
  'must-be-workload-arn': None;
  'must-be-id': None;
  'must-be-region': None;
  'must-be-cursor': None;
  'must-be-issue': None;
  'must-be-issue-key': None;
  'must-be-fingerprint': None;
  'must-be-named-once': None;
  'must-be-milestone-name': { readonly min: number; readonly max: number };
  'must-follow-preview': None;
  /** Each of a field. */
  'payload-invalid': { readonly problems: readonly Reason[] };

  /** `most` times within so many minutes; `seconds` until it can be done again. */
  'quota-spent': {
    readonly most: number;
    readonly per: 'person' | 'project' | 'site';
    readonly within: number;
    readonly seconds: number;
  };

  'bug-in-app': None;
  'storage-down': None;
}

export const because = reasonsOf<HandlerReasons>();
