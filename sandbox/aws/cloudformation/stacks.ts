/** The stacks of all accounts: deployed, updated, and cleared of what left their templates. */
import type { Store } from '../../store/store';
import { AwsError } from '../aws-error';
import type { EventResources } from '../events/resources';
import { nameOf } from '../iam/arn';
import type { Identities, IdentityKind } from '../iam/identities';
import { type Holders, planStack, type StackPlan } from './plan-stack';
import { refuseDangling, refuseTaken, refuseUnknownPolicies } from './refuse-stack';
import type { StackTarget } from './stack-scope';
import { templateError } from './template-error';

export interface Stacks {
  /** @returns the outputs. @throws AwsError; then nothing was changed. */
  deploy(stack: NewStack): Readonly<Record<string, string>>;
  /** Removes all that a stack made. @throws AwsError where there is none of that name. */
  delete(target: StackTarget): void;
}

export interface NewStack {
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Without a name the stack is called as the first role or user that it makes. */
  readonly target: Omit<StackTarget, 'stackName'> & { readonly stackName?: string };
}

/** What a stack made. */
interface StackRecord {
  readonly roles: readonly string[];
  readonly users: readonly string[];
  readonly managedPolicies: readonly string[];
  readonly inline: readonly Attachment[];
  readonly attached: readonly Attachment[];
  /** ARNs of EventBridge's resources. */
  readonly events: readonly string[];
}

/** A policy, by name or ARN, and the user or role that holds it. */
interface Attachment {
  readonly holder: string;
  readonly policy: string;
}

const NOTHING: StackRecord = {
  roles: [],
  users: [],
  managedPolicies: [],
  inline: [],
  attached: [],
  events: [],
};

/** What stacks are made in. */
export interface StackParts {
  readonly identities: Identities;
  readonly events: EventResources;
  /** Told before a user that left a template is removed. */
  readonly onUserGone: (arn: string) => void;
}

export function openStacks(store: Store, parts: StackParts): Stacks {
  const { identities, events } = parts;
  const stacks = store.table<StackRecord>('aws.cloudformation.stacks');
  return {
    deploy({ template, parameters, target: { stackName, ...where } }) {
      const plan = (name: string): StackPlan => {
        const target = { ...where, stackName: name };
        return planStack({ template, parameters, target, idOf: (arn) => identities.idOf(kindOf(arn), arn) });
      };
      const name = stackName ?? defaultName(plan('stack'));
      const wanted = plan(name);
      const key = keyOf({ ...where, stackName: name });
      const before = { ...NOTHING, ...stacks.get(key) };
      refuseTaken(parts, new Set([...before.roles, ...before.users, ...before.events]), wanted);
      refuseUnknownPolicies(identities, wanted);
      refuseDangling(events, wanted);
      const attachments = attachmentsOf(wanted, (kind, holder) =>
        holderOf(identities, wanted, where, kind, holder),
      );
      const after = recordOf(wanted, attachments);
      detachAll(identities, before);
      removeGone(parts, before, after);
      make(parts, wanted, attachments);
      stacks.set(key, after);
      return wanted.outputs;
    },
    delete(target) {
      const before = stacks.get(keyOf(target));
      if (before === undefined) throw templateError(`Stack with id ${target.stackName} does not exist`);
      detachAll(identities, before);
      removeGone(parts, { ...NOTHING, ...before }, NOTHING);
      stacks.delete(keyOf(target));
    },
  };
}

function keyOf({ partition, account, region, stackName }: StackTarget): string {
  return `${partition}/${account}/${region}/${stackName}`;
}

function kindOf(arn: string): IdentityKind {
  return arn.includes(':user/') ? 'user' : 'role';
}

function defaultName({ roles, users }: StackPlan): string {
  const [first] = [...roles, ...users];
  return first === undefined ? 'stack' : nameOf(first.arn);
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
    events: plan.events.map(({ arn }) => arn),
  };
}

function holderOf(
  identities: Identities,
  { roles, users }: StackPlan,
  { partition, account }: Omit<StackTarget, 'stackName'>,
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
  { identities, events, onUserGone }: StackParts,
  before: StackRecord,
  after: StackRecord,
): void {
  for (const arn of without(before.events, after.events)) events.delete(arn);
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

function make({ identities, events }: StackParts, plan: StackPlan, { inline, attached }: Attachments): void {
  for (const resource of plan.events) events.put(resource);
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
