/** What a test of a connection finds; `words/en/connection-checks.ts` has the words. */
import { reasonsOf, type None, type Quote } from '../../reason';

/** Without the external ID, or with another one. */
type How = 'without' | 'wrong';

export interface CheckReasons {
  'signs-in-as': { readonly principalArn: string };
  'role-lets-in': { readonly roleArn: string };
  'role-closed': { readonly how: How };
  'user-refused': { readonly how: How };
  /** `condition`: JSON for the trust policy. */
  'role-open': { readonly how: How; readonly condition: string };

  'action-allowed': { readonly action: string };
  'action-allowed-nothing-there': { readonly action: string };
  'action-not-in-policy': Refused & { readonly policy: string; readonly roleArn: string };
  'action-refused-otherwise': Refused & { readonly why: Quote };

  'not-tried-key-refused': None;
  'not-tried-not-in-role': None;
  'not-tried-role-open': None;
  'not-tried-workload-unknown': None;
  'not-tried-no-workload': { readonly account: string; readonly region: string };
  'test-time-over': None;
}

/** `others`: workloads that were tried besides. */
type Refused = { readonly action: string; readonly resource: string; readonly others: number };

export const because = reasonsOf<CheckReasons>();
