/** Whether EventBridge may call a destination through the role that a target names. */
import { isMap } from '../cloudformation/template-error';
import type { Identities } from '../iam/identities';
import { contextOf } from '../iam/policy/context';
import { decide } from '../iam/policy/evaluate';

const SERVICE = 'events.amazonaws.com';

export function mayInvoke(identities: Identities, roleArn: string, destinationArn: string): boolean {
  const role = identities.role(roleArn);
  if (role === undefined || !trustsEventBridge(role.trustPolicy)) return false;
  const context = contextOf({ 'aws:PrincipalArn': roleArn });
  const request = { action: 'events:InvokeApiDestination', resource: destinationArn, context };
  return decide(request, { identity: identities.policiesOf(role) }).allowed;
}

/** A statement with a condition counts as none: the stand-in has no values for those of services. */
function trustsEventBridge(trustPolicy: object): boolean {
  const { Statement } = trustPolicy as { readonly Statement?: unknown };
  const about = [Statement].flat().filter(isMap).filter(namesEventBridge);
  return (
    about.some(({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined) &&
    !about.some(({ Effect }) => Effect === 'Deny')
  );
}

function namesEventBridge({ Principal, Action }: Readonly<Record<string, unknown>>): boolean {
  const services = isMap(Principal) ? [Principal.Service].flat() : [];
  const assumes = [Action].flat().some((action) => action === 'sts:AssumeRole' || action === 'sts:*');
  return services.includes(SERVICE) && assumes;
}
