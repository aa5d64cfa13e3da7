/** Who may sign requests: users with an access key, roles, and the sessions that assuming a role makes. */
import type { Store, Table } from '../../store/store';
import { base32Id, base64Text, nextNumber } from '../ids';
import type { Credential } from '../sigv4/verify';

export interface User {
  readonly arn: string;
  readonly userId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Role {
  readonly arn: string;
  readonly roleId: string;
  /** The principal of the trust policy. */
  readonly trustedUserArn: string;
  /** The trust policy's condition on sts:ExternalId; without one any caller's external id will do. */
  readonly externalId?: string;
  /** Seconds, 3600..43200. */
  readonly maxSessionSeconds: number;
}

export interface Session {
  readonly arn: string;
  readonly assumedRoleId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Kept as given; not enforced. */
  readonly sessionPolicy?: string;
}

export interface Principal {
  readonly kind: 'user' | 'session';
  readonly arn: string;
  readonly userId: string;
}

export interface Principals {
  putUser(user: Omit<User, 'userId'>): User;
  putRole(role: Omit<Role, 'roleId' | 'maxSessionSeconds'> & { readonly maxSessionSeconds?: number }): Role;
  role(arn: string): Role | undefined;
  startSession(role: Role, name: string, expiresAt: number, now: number, sessionPolicy?: string): Session;
  /** The key of a user or a session, also of an expired one. */
  credential(accessKeyId: string): (Credential & { readonly principal: Principal }) | undefined;
}

const DEFAULT_MAX_SESSION_SECONDS = 3600;

export function openPrincipals(store: Store): Principals {
  const users = store.table<User>('aws.users');
  const roles = store.table<Role>('aws.roles');
  const sessions = store.table<Session>('aws.sessions');
  const counters = store.table<number>('aws.counters');
  return {
    putUser(user) {
      const stored = { ...user, userId: `AIDA${base32Id(user.arn, 17)}` };
      users.set(user.accessKeyId, stored);
      return stored;
    },
    putRole(role) {
      const roleId = `AROA${base32Id(role.arn, 17)}`;
      const stored = { maxSessionSeconds: DEFAULT_MAX_SESSION_SECONDS, ...role, roleId };
      roles.set(role.arn, stored);
      return stored;
    },
    role: (arn) => roles.get(arn),
    startSession(role, name, expiresAt, now, sessionPolicy) {
      forgetExpired(sessions, now);
      const seed = `session/${nextNumber(counters, 'session')}`;
      const session = newSession(role, name, expiresAt, seed, sessionPolicy);
      sessions.set(session.accessKeyId, session);
      return session;
    },
    credential(accessKeyId) {
      const user = users.get(accessKeyId);
      if (user !== undefined)
        return { ...user, principal: { kind: 'user', arn: user.arn, userId: user.userId } };
      const session = sessions.get(accessKeyId);
      if (session === undefined) return undefined;
      return { ...session, principal: { kind: 'session', arn: session.arn, userId: session.assumedRoleId } };
    },
  };
}

/** `arn:aws:iam::A:role/path/Name` is assumed as `arn:aws:sts::A:assumed-role/Name/SESSION`. */
function newSession(
  role: Role,
  name: string,
  expiresAt: number,
  seed: string,
  sessionPolicy?: string,
): Session {
  const account = role.arn.split(':')[4] ?? '';
  const roleName = role.arn.split('/').at(-1) ?? '';
  return {
    arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${name}`,
    assumedRoleId: `${role.roleId}:${name}`,
    accessKeyId: `ASIA${base32Id(`${seed}/key`, 16)}`,
    secretAccessKey: base64Text(`${seed}/secret`, 40),
    sessionToken: base64Text(`${seed}/token`, 356),
    expiresAt,
    ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
  };
}

/** A day after its end a session is forgotten: until then its token is answered as expired, not unknown. */
function forgetExpired(sessions: Table<Session>, now: number): void {
  const day = 24 * 3600 * 1000;
  const old = [...sessions.values()].filter((session) => session.expiresAt < now - day);
  for (const session of old) sessions.delete(session.accessKeyId);
}
