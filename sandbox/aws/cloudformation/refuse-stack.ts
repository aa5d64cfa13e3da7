/** What makes a stack impossible though its template is right: asked before anything is made. */
import { AwsError } from '../aws-error';
import type { EventResources } from '../events/resources';
import { nameOf } from '../iam/arn';
import type { Identities } from '../iam/identities';
import type { StackPlan } from './plan-stack';

/**
 * What exists already outside the stack is not taken over.
 *
 * @param ours ARNs of what the stack made before.
 */
export function refuseTaken(
  { identities, events }: { readonly identities: Identities; readonly events: EventResources },
  ours: ReadonlySet<string>,
  { roles, users, events: wanted }: StackPlan,
): void {
  for (const { arn } of [...roles, ...users, ...wanted]) {
    const taken = identities.role(arn) ?? identities.user(arn) ?? events.has(arn);
    if (taken === false || ours.has(arn)) continue;
    throw new AwsError('AlreadyExistsException', 400, `${nameOf(arn)} already exists`);
  }
}

/** A policy that is attached has to be there. */
export function refuseUnknownPolicies(identities: Identities, plan: StackPlan): void {
  const ours = plan.managedPolicies.map(({ arn }) => arn);
  for (const { managedPolicyArns = [] } of [...plan.roles, ...plan.users]) {
    const unknown = managedPolicyArns.find((arn) => !ours.includes(arn) && !identities.hasManagedPolicy(arn));
    if (unknown === undefined) continue;
    throw new AwsError('NoSuchEntity', 404, `Policy ${unknown} does not exist or is not attachable.`);
  }
}

/** A destination needs its connection, a target its destination. */
export function refuseDangling(events: EventResources, { events: wanted }: StackPlan): void {
  const exists = (kind: 'connection' | 'destination', arn: string): boolean =>
    wanted.some((each) => each.kind === kind && each.arn === arn) || events[kind](arn) !== undefined;
  for (const resource of wanted) {
    if (resource.kind === 'destination' && !exists('connection', resource.connectionArn)) {
      throw notFound(`Connection ${resource.connectionArn}`);
    }
    const targets = resource.kind === 'rule' ? resource.targets : [];
    const lost = targets.find(({ arn }) => !exists('destination', arn));
    if (lost !== undefined)
      throw notFound(`The target ${lost.arn}, an API destination as the local site knows,`);
  }
}

function notFound(what: string): AwsError {
  return new AwsError('ResourceNotFoundException', 400, `${what} does not exist.`);
}
