/** What AWS says where it refuses a call, and what has to change. Pure. */
import type { Reason } from '../../reason';
import { policyOf } from '../actions';
import { safeLine } from '../parse/text';
import { because } from '../reasons';
import type { CallContext, Explanation } from './explanation';
import { readFailure, type Failure } from './failure';
import { quote, quoted } from './quote';

/** IAM's sentence, in all its forms: `User: … is not authorized to perform: … on resource: … because …`. */
const DENIED = /not authorized to perform: (\S+?)(?: on resource: (\S+?))?(?: (?:because|with) (.+))?$/;

export function accessDenied(failure: Failure, { action, subject }: CallContext): Explanation {
  const [, named = action, resource, why] = DENIED.exec(safeLine(failure.message)) ?? [];
  const target =
    resource === undefined ? subject : because('aws-resource', { resource: quoted(resource), subject });
  const denied = because('aws-denied', { action: quoted(named), target, remedy: remedy(named, why) });
  return {
    reason: why === undefined ? denied : because('aws-denied-because', { denied, words: quoted(why) }),
    retryable: false,
  };
}

/** Why AWS refused, in its own words where it says; and whether a further statement of the role would allow it. */
export function reasonOf(cause: unknown): { readonly words?: string; readonly addingHelps: boolean } {
  const why = DENIED.exec(safeLine(readFailure(cause).message))?.[3];
  return { ...(why === undefined ? {} : { words: quote(why) }), addingHelps: addingHelps(why) };
}

function addingHelps(why: string | undefined): boolean {
  return why === undefined || (why.includes('identity-based policy') && !why.includes('explicit deny'));
}

/** What has to change, by AWS's reason (IAM User Guide, "Troubleshoot access denied error messages"). */
function remedy(action: string, why = ''): Reason {
  if (why.includes('explicit deny')) return because('take-out-of-deny');
  if (why.includes('session policy')) return because('report-session');
  if (!addingHelps(why === '' ? undefined : why)) return because('allow-there-too');
  const policy = policyOf(action);
  return policy === undefined ? because('allow-in-role') : because('add-to-policy', { action, policy });
}
