/** The stacks of all accounts: deployed, updated, and cleared of what left their templates. */
import type { Store } from '../../store/store';
import { AwsError } from '../aws-error';
import { nameOf } from '../iam/arn';
import type { Identities, IdentityKind } from '../iam/identities';
import { type Holders, planStack, type StackPlan } from './plan-stack';
import type { StackPlace } from './stack-scope';

export interface Stacks {
  /** @returns the outputs. @throws AwsError; then nothing was changed. */
  deploy(stack: NewStack): Readonly<Record<string, string>>;
}

export interface NewStack {
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Without a name the stack is called as the first role or user that it makes. */
  readonly place: Omit<StackPlace, 'stackName'> & { readonly stackName?: string };
}

/** What a stack made. */
interface StackRecord {
  readonly roles: readonly string[];
  readonly users: readonly string[];
  readonly managedPolicies: readonly string[];
  readonly inline: readonly Attachment[];
  readonly attached: readonly Attachment[];
}

/** A policy, by name or ARN, and the user or role that holds it. */
interface Attachment {
  readonly holder: string;
  readonly policy: string;
}

const NOTHING: StackRecord = { roles: [], users: [], managedPolicies: [], inline: [], attached: [] };

/** @param onUserGone is told before a user that left a template is removed. */
export function openStacks(store: Store, identities: Identities, onUserGone: (arn: string) => void): Stacks {
  const stacks = store.table<StackRecord>('aws.cloudformation.stacks');
  return {
    deploy({ template, parameters, place: { stackName, ...where } }) {
      const plan = (name: string): StackPlan => {
        const place = { ...where, stackName: name };
        return planStack({ template, parameters, place, idOf: (arn) => identities.idOf(kindOf(arn), arn) });
      };
      const name = stackName ?? defaultName(plan('stack'));
      const wanted = plan(name);
      const key = `${where.partition}/${where.account}/${where.region}/${name}`;
      const before = stacks.get(key) ?? NOTHING;
      refuseTaken(identities, before, wanted);
      refuseUnknownPolicies(identities, wanted);
      const attachments = attachmentsOf(wanted, (kind, holder) =>
        holderOf(identities, wanted, where, kind, holder),
      );
      const after = recordOf(wanted, attachments);
      detachAll(identities, before);
      removeGone(identities, before, after, onUserGone);
      make(identities, wanted, attachments);
      stacks.set(key, after);
      return wanted.outputs;
    },
  };
}

function kindOf(arn: string): IdentityKind {
  return arn.includes(':user/') ? 'user' : 'role';
}

function defaultName({ roles, users }: StackPlan): string {
  const [first] = [...roles, ...users];
  return first === undefined ? 'stack' : nameOf(first.arn);
}

/** What exists already outside the stack is not taken over. */
function refuseTaken(identities: Identities, before: StackRecord, { roles, users }: StackPlan): void {
  const ours = new Set([...before.roles, ...before.users]);
  for (const { arn } of [...roles, ...users]) {
    const taken = identities.role(arn) ?? identities.user(arn);
    if (taken === undefined || ours.has(arn)) continue;
    throw new AwsError('AlreadyExistsException', 400, `${nameOf(arn)} already exists`);
  }
}

function refuseUnknownPolicies(identities: Identities, plan: StackPlan): void {
  const ours = plan.managedPolicies.map(({ arn }) => arn);
  for (const { managedPolicyArns = [] } of [...plan.roles, ...plan.users]) {
    const unknown = without(managedPolicyArns, ours).find((arn) => !identities.hasManagedPolicy(arn));
    if (unknown === undefined) continue;
    throw new AwsError('NoSuchEntity', 404, `Policy ${unknown} does not exist or is not attachable.`);
  }
}

interface Attachments {
  readonly inline: readonly (Attachment & { readonly document: object })[];
  readonly attached: readonly Attachment[];
}

function attachmentsOf(plan: StackPlan, holder: (kind: IdentityKind, name: string) => string): Attachments {
  const holders = ({ roles, users }: Holders): string[] => [
    ...roles.map((name) => holder('role', name)),
    ...users.map((name) => holder('user', name)),
  ];
  return {
    inline: plan.inlinePolicies.flatMap(({ name, document, ...to }) =>
      holders(to).map((each) => ({ holder: each, policy: name, document })),
    ),
    attached: plan.managedPolicies.flatMap(({ arn, ...to }) =>
      holders(to).map((each) => ({ holder: each, policy: arn })),
    ),
  };
}

function recordOf(plan: StackPlan, { inline, attached }: Attachments): StackRecord {
  return {
    roles: plan.roles.map(({ arn }) => arn),
    users: plan.users.map(({ arn }) => arn),
    managedPolicies: plan.managedPolicies.map(({ arn }) => arn),
    inline: inline.map(({ holder, policy }) => ({ holder, policy })),
    attached,
  };
}

function holderOf(
  identities: Identities,
  { roles, users }: StackPlan,
  { partition, account }: Omit<StackPlace, 'stackName'>,
  kind: IdentityKind,
  name: string,
): string {
  const planned = (kind === 'role' ? roles : users).find(({ arn }) => nameOf(arn) === name);
  const arn = planned?.arn ?? identities.find(kind, partition, account, name)?.arn;
  if (arn !== undefined) return arn;
  throw new AwsError('NoSuchEntity', 404, `The ${kind} with name ${name} cannot be found.`);
}

function detachAll(identities: Identities, { inline, attached }: StackRecord): void {
  for (const { holder, policy } of inline) {
    identities.attach(holder, ({ policies, managedPolicyArns }) => {
      const others = Object.entries(policies).filter(([name]) => name !== policy);
      return { policies: Object.fromEntries(others), managedPolicyArns };
    });
  }
  for (const { holder, policy } of attached) {
    identities.attach(holder, ({ policies, managedPolicyArns }) => {
      return { policies, managedPolicyArns: managedPolicyArns.filter((arn) => arn !== policy) };
    });
  }
}

function removeGone(
  identities: Identities,
  before: StackRecord,
  after: StackRecord,
  onUserGone: (arn: string) => void,
): void {
  for (const arn of without(before.roles, after.roles)) {
    if (identities.role(arn) !== undefined) identities.deleteRole(arn);
  }
  for (const arn of without(before.users, after.users)) {
    onUserGone(arn);
    identities.deleteUser(arn);
  }
  for (const arn of without(before.managedPolicies, after.managedPolicies))
    identities.deleteManagedPolicy(arn);
}

function make(identities: Identities, plan: StackPlan, { inline, attached }: Attachments): void {
  for (const { arn, document } of plan.managedPolicies) identities.putManagedPolicy(arn, document);
  for (const user of plan.users) identities.putUser(user);
  for (const role of plan.roles) identities.putRole(role);
  for (const { holder, policy, document } of inline) {
    identities.attach(holder, ({ policies, managedPolicyArns }) => {
      return { policies: { ...policies, [policy]: document }, managedPolicyArns };
    });
  }
  for (const { holder, policy } of attached) {
    identities.attach(holder, ({ policies, managedPolicyArns }) => {
      return { policies, managedPolicyArns: [...managedPolicyArns, policy] };
    });
  }
}

function without(all: readonly string[], others: readonly string[]): readonly string[] {
  return all.filter((each) => !others.includes(each));
}
