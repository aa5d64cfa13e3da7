/** Users, roles and managed policies of all accounts, by ARN. */
import type { Store, Table } from '../../store/store';
import { AwsError } from '../aws-error';
import { base32Id } from '../ids';
import { parseArn, nameOf } from './arn';
import { awsManagedPolicy } from './managed-policies';
import { type PolicyDocument, parsePolicy } from './policy/document';

/** A policy as it was given, by name. */
export type Policies = Readonly<Record<string, object>>;

export interface Identity {
  readonly arn: string;
  /** `AIDA…` or `AROA…`; another one for a user or role that is made again after it was deleted. */
  readonly id: string;
  readonly policies: Policies;
  readonly managedPolicyArns: readonly string[];
}

export type User = Identity;

export interface Role extends Identity {
  readonly trustPolicy: object;
  /** Seconds, 3600..43200. */
  readonly maxSessionSeconds: number;
}

export type NewUser = Pick<Identity, 'arn'> & Partial<Pick<Identity, 'policies' | 'managedPolicyArns'>>;
export type NewRole = NewUser & Pick<Role, 'trustPolicy'> & Partial<Pick<Role, 'maxSessionSeconds'>>;
export type IdentityKind = 'user' | 'role';

export interface Identities {
  /** Makes or replaces a user. @throws AwsError MalformedPolicyDocument, NoSuchEntity. */
  putUser(user: NewUser): User;
  /** Makes or replaces a role. @throws AwsError MalformedPolicyDocument, NoSuchEntity, ValidationError. */
  putRole(role: NewRole): Role;
  user(arn: string): User | undefined;
  /** @throws AwsError NoSuchEntity. */
  requireUser(arn: string): User;
  role(arn: string): Role | undefined;
  users(): readonly User[];
  deleteUser(arn: string): void;
  deleteRole(arn: string): void;
  /** The id that a user or role has, or would have if it were made now. */
  idOf(kind: IdentityKind, arn: string): string;
  /** By its name within an account. */
  find(kind: IdentityKind, partition: string, account: string, name: string): Identity | undefined;
  /** Changes what is attached to a user or role. */
  attach(arn: string, change: (identity: Identity) => Pick<Identity, 'policies' | 'managedPolicyArns'>): void;
  /** @throws AwsError MalformedPolicyDocument. */
  putManagedPolicy(arn: string, document: object): void;
  /** Detaches it from everybody. */
  deleteManagedPolicy(arn: string): void;
  /** AWS's own, and those that were put. */
  hasManagedPolicy(arn: string): boolean;
  /** Every policy of a user or role, parsed. */
  policiesOf(identity: Identity): readonly PolicyDocument[];
}

const DEFAULT_MAX_SESSION_SECONDS = 3600;

interface Tables {
  readonly users: Table<User>;
  readonly roles: Table<Role>;
  readonly managed: Table<object>;
  /** How often a user or role of an ARN was deleted. */
  readonly deleted: Table<number>;
}

export function openIdentities(store: Store): Identities {
  const tables: Tables = {
    users: store.table('aws.iam.users'),
    roles: store.table('aws.iam.roles'),
    managed: store.table('aws.iam.managed-policies'),
    deleted: store.table('aws.iam.deleted'),
  };
  const { users, roles, managed } = tables;
  return {
    putUser: (user) => stored(users, newIdentity(tables, 'user', user)),
    putRole: (role) => stored(roles, newRole(tables, role)),
    user: (arn) => users.get(arn),
    requireUser: (arn) => users.get(arn) ?? notFound(arn),
    role: (arn) => roles.get(arn),
    users: () => [...users.values()],
    deleteUser: (arn) => remove(tables, users, arn),
    deleteRole: (arn) => remove(tables, roles, arn),
    idOf: (kind, arn) => idOf(tables, kind, arn),
    find: (kind, partition, account, name) =>
      [...(kind === 'user' ? users : roles).values()].find(({ arn }) =>
        isNamed(arn, partition, account, name),
      ),
    attach(arn, change) {
      const [user, role] = [users.get(arn), roles.get(arn)];
      if (user !== undefined) users.set(arn, { ...user, ...change(user) });
      if (role !== undefined) roles.set(arn, { ...role, ...change(role) });
    },
    putManagedPolicy(arn, document) {
      parsePolicy(document, 'identity');
      managed.set(arn, document);
    },
    deleteManagedPolicy(arn) {
      managed.delete(arn);
      detach(users, arn);
      detach(roles, arn);
    },
    hasManagedPolicy: (arn) => managed.has(arn) || awsManagedPolicy(arn) !== undefined,
    policiesOf: ({ policies, managedPolicyArns }) =>
      [...Object.values(policies), ...managedPolicyArns.map((arn) => requireManaged(tables, arn))].map(
        (document) => parsePolicy(document, 'identity'),
      ),
  };
}

function isNamed(arn: string, partition: string, account: string, name: string): boolean {
  const parsed = parseArn(arn);
  return parsed?.partition === partition && parsed.account === account && nameOf(arn) === name;
}

function notFound(arn: string): never {
  throw new AwsError('NoSuchEntity', 404, `${arn} cannot be found.`);
}

function detach<T extends Identity>(table: Table<T>, policyArn: string): void {
  const holders = [...table.values()].filter(({ managedPolicyArns }) =>
    managedPolicyArns.includes(policyArn),
  );
  for (const identity of holders) {
    const managedPolicyArns = identity.managedPolicyArns.filter((arn) => arn !== policyArn);
    table.set(identity.arn, { ...identity, managedPolicyArns });
  }
}

function stored<T extends Identity>(table: Table<T>, identity: T): T {
  table.set(identity.arn, identity);
  return identity;
}

function newIdentity(tables: Tables, kind: IdentityKind, identity: NewUser): Identity {
  const { arn, policies = {}, managedPolicyArns = [] } = identity;
  const parsed = parseArn(arn);
  if (parsed?.service !== 'iam' || !parsed.resource.startsWith(`${kind}/`)) {
    throw new AwsError('ValidationError', 400, `${arn} is not the ARN of a ${kind}`);
  }
  for (const document of Object.values(policies)) parsePolicy(document, 'identity');
  for (const policyArn of managedPolicyArns) requireManaged(tables, policyArn);
  return { arn, id: idOf(tables, kind, arn), policies, managedPolicyArns };
}

function newRole(tables: Tables, role: NewRole): Role {
  const { trustPolicy, maxSessionSeconds = DEFAULT_MAX_SESSION_SECONDS } = role;
  parsePolicy(trustPolicy, 'trust');
  if (!(maxSessionSeconds >= 3600 && maxSessionSeconds <= 43_200)) {
    throw new AwsError('ValidationError', 400, 'MaxSessionDuration must be between 3600 and 43200 seconds');
  }
  return { ...newIdentity(tables, 'role', role), trustPolicy, maxSessionSeconds };
}

function requireManaged({ managed }: Tables, arn: string): object {
  const document = managed.get(arn) ?? awsManagedPolicy(arn);
  if (document !== undefined) return document;
  throw new AwsError('NoSuchEntity', 404, `Policy ${arn} does not exist or is not attachable.`);
}

function remove<T extends Identity>({ deleted }: Tables, table: Table<T>, arn: string): void {
  if (!table.delete(arn)) notFound(arn);
  deleted.set(arn, (deleted.get(arn) ?? 0) + 1);
}

function idOf({ deleted }: Tables, kind: IdentityKind, arn: string): string {
  return `${kind === 'user' ? 'AIDA' : 'AROA'}${base32Id(`${arn}/${deleted.get(arn) ?? 0}`, 17)}`;
}
