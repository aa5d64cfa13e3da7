/** Whether EventBridge may call a destination through the role that a target names. */
import { isMap } from '../cloudformation/template-error';
import { parseArn } from '../iam/arn';
import type { Identities } from '../iam/identities';
import { parseConditions } from '../iam/policy/condition';
import { conditionsMet } from '../iam/policy/conditions-met';
import { contextOf, type RequestContext } from '../iam/policy/context';
import { decide } from '../iam/policy/evaluate';

const SERVICE = 'events.amazonaws.com';

export interface Invocation {
  /** Whose target it is: EventBridge names it to the role. */
  readonly ruleArn: string;
  readonly roleArn: string;
  readonly destinationArn: string;
}

export function mayInvoke(identities: Identities, { ruleArn, roleArn, destinationArn }: Invocation): boolean {
  const role = identities.role(roleArn);
  const source = { 'aws:SourceArn': ruleArn, 'aws:SourceAccount': parseArn(ruleArn)?.account };
  if (role === undefined || !trustsEventBridge(role.trustPolicy, contextOf(source))) return false;
  const context = contextOf({ 'aws:PrincipalArn': roleArn });
  const request = { action: 'events:InvokeApiDestination', resource: destinationArn, context };
  return decide(request, { identity: identities.policiesOf(role) }).allowed;
}

function trustsEventBridge(trustPolicy: object, context: RequestContext): boolean {
  const { Statement, Version } = trustPolicy as { readonly Statement?: unknown; readonly Version?: unknown };
  const about = [Statement]
    .flat()
    .filter(isMap)
    .filter(namesEventBridge)
    .filter(({ Condition }) => conditionsMet(parseConditions(Condition), context, Version === '2012-10-17'));
  return about.some(({ Effect }) => Effect === 'Allow') && !about.some(({ Effect }) => Effect === 'Deny');
}

function namesEventBridge({ Principal, Action }: Readonly<Record<string, unknown>>): boolean {
  const services = isMap(Principal) ? [Principal.Service].flat() : [];
  const assumes = [Action].flat().some((action) => action === 'sts:AssumeRole' || action === 'sts:*');
  return services.includes(SERVICE) && assumes;
}
