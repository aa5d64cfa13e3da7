/** What AWS says where it refuses a call, and what has to change. Pure. */
import { policyOf } from '../actions';
import { safeLine } from '../parse/text';
import type { CallContext, Explanation } from './explanation';
import { readFailure, type Failure } from './failure';
import { quote } from './quote';

/** IAM's sentence, in all its forms: `User: … is not authorized to perform: … on resource: … because …`. */
const DENIED = /not authorized to perform: (\S+?)(?: on resource: (\S+?))?(?: (?:because|with) (.+))?$/;

export function accessDenied(failure: Failure, { action, subject }: CallContext): Explanation {
  const [, named = action, resource, why] = DENIED.exec(safeLine(failure.message)) ?? [];
  const target = resource === undefined ? subject : `${quote(resource)} (${subject})`;
  const reason = why === undefined ? '' : ` AWS's reason: ${quote(why)}`;
  return {
    message: `AWS refused ${quote(named)} on ${target}. ${remedy(named, why)}${reason}`,
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
function remedy(action: string, why = ''): string {
  if (why.includes('explicit deny')) {
    return 'A policy forbids it, whatever else allows it: take the action or the resource out of that deny.';
  }
  if (why.includes('session policy')) {
    return 'The app itself asked for a session without it: please report this.';
  }
  if (!addingHelps(why === '' ? undefined : why)) {
    return "What the connection's role allows is not enough here: allow the action in that policy too.";
  }
  const policy = policyOf(action);
  if (policy === undefined) return "Allow this action in the permissions of the connection's role.";
  return (
    `Add "${action}" for this resource to the policy ${policy} of the connection's role ` +
    `(aws/role.yaml shows it whole).`
  );
}
