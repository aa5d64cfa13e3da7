/** The sessions that assuming a role makes. */
import type { Store, Table } from '../../store/store';
import { base32Id, base64Text, nextNumber } from '../ids';
import { nameOf, parseArn } from './arn';
import type { Role } from './identities';

export interface Session {
  readonly arn: string;
  readonly roleArn: string;
  /** Of the role as it was then: a role that is made again does not know its former sessions. */
  readonly roleId: string;
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Milliseconds since the epoch; absent of sessions of an earlier version, as is what follows. */
  readonly issuedAt?: number;
  readonly policies?: readonly object[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly transitiveTagKeys?: readonly string[];
  readonly sourceIdentity?: string;
  /** The one policy of an earlier version. */
  readonly policy?: object;
}

export interface NewSession {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  /** What the session may do at most: beside the role's own policies, not instead of them. */
  readonly policies?: readonly object[];
  readonly tags: Readonly<Record<string, string>>;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity?: string;
}

export interface Sessions {
  /** @param now the earlier one, where clients go by two clocks: what neither needs is forgotten */
  start(role: Role, session: NewSession, now: number): Session;
  /** Also one that has expired. */
  find(accessKeyId: string): Session | undefined;
}

export function openSessions(store: Store): Sessions {
  const sessions = store.table<Session>('aws.iam.sessions');
  const counters = store.table<number>('aws.counters');
  return {
    start(role, about, now) {
      forgetExpired(sessions, now);
      const session = newSession(role, about, `session/${nextNumber(counters, 'session')}`);
      sessions.set(session.accessKeyId, session);
      return session;
    },
    find: (accessKeyId) => sessions.get(accessKeyId),
  };
}

/** `arn:aws:iam::A:role/path/Name` is assumed as `arn:aws:sts::A:assumed-role/Name/SESSION`. */
function newSession(role: Role, about: NewSession, seed: string): Session {
  const { partition, account } = parseArn(role.arn) ?? { partition: '', account: '' };
  return {
    ...about,
    arn: `arn:${partition}:sts::${account}:assumed-role/${nameOf(role.arn)}/${about.name}`,
    roleArn: role.arn,
    roleId: role.id,
    accessKeyId: `ASIA${base32Id(`${seed}/key`, 16)}`,
    secretAccessKey: base64Text(`${seed}/secret`, 40),
    sessionToken: base64Text(`${seed}/token`, 356),
  };
}

/** A day after its end a session is forgotten: until then its token is answered as expired, not unknown. */
function forgetExpired(sessions: Table<Session>, now: number): void {
  const day = 24 * 3600 * 1000;
  const old = [...sessions.values()].filter((session) => session.expiresAt < now - day);
  for (const session of old) sessions.delete(session.accessKeyId);
}
