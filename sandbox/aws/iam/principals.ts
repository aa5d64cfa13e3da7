/** Who may sign requests, and what their policies are at this moment. */
import type { Store } from '../../store/store';
import type { Credential } from '../sigv4/verify';
import { type AccessKeys, openAccessKeys } from './access-keys';
import { parseArn } from './arn';
import { type Identities, type Identity, openIdentities } from './identities';
import { parsePolicy } from './policy/document';
import type { CallerPolicies } from './policy/evaluate';
import { openSessions, type Session, type Sessions } from './sessions';

export interface Principal {
  readonly kind: 'user' | 'session';
  /** A user's, or that of a session under `sts`. */
  readonly arn: string;
  /** `AIDA…`, or `AROA…:session`. */
  readonly userId: string;
  readonly account: string;
  readonly partition: string;
  /** A user's ARN, or that of the role that a session is of: `aws:PrincipalArn`. */
  readonly principalArn: string;
  readonly policies: CallerPolicies;
  /** Condition keys of a session: when it began, its tags, its source identity. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string | undefined;
  /** What sessions get that are entered through this one. */
  readonly transitiveTags?: Readonly<Record<string, string>>;
}

export interface Principals {
  readonly identities: Identities;
  readonly accessKeys: AccessKeys;
  readonly sessions: Sessions;
  /** The key of a user or a session, also of an expired one; none that is inactive or whose owner is gone. */
  credential(accessKeyId: string): (Credential & { readonly principal: Principal }) | undefined;
}

export function openPrincipals(store: Store): Principals {
  const identities = openIdentities(store);
  const accessKeys = openAccessKeys(store);
  const sessions = openSessions(store);
  const parts = { identities, accessKeys, sessions };
  return {
    ...parts,
    credential: (accessKeyId) => userCredential(parts, accessKeyId) ?? sessionCredential(parts, accessKeyId),
  };
}

type Parts = Omit<Principals, 'credential'>;
type Signer = Credential & { readonly principal: Principal };

function userCredential({ identities, accessKeys }: Parts, accessKeyId: string): Signer | undefined {
  const key = accessKeys.find(accessKeyId);
  const user = key?.active === true ? identities.user(key.userArn) : undefined;
  if (key === undefined || user === undefined) return undefined;
  const { secretAccessKey } = key;
  const about = { kind: 'user', arn: user.arn, userId: user.id } as const;
  return { accessKeyId, secretAccessKey, principal: principalOf(identities, user, about) };
}

function sessionCredential({ identities, sessions }: Parts, accessKeyId: string): Signer | undefined {
  const session = sessions.find(accessKeyId);
  const role = session === undefined ? undefined : identities.role(session.roleArn);
  if (session === undefined || role?.id !== session.roleId) return undefined;
  const { secretAccessKey, sessionToken, expiresAt, policy, policies = [] } = session;
  const about = { kind: 'session', arn: session.arn, userId: `${role.id}:${session.name}` } as const;
  const limits = [...(policy === undefined ? [] : [policy]), ...policies];
  const limit = limits.length === 0 ? {} : { session: limits.map((each) => parsePolicy(each, 'session')) };
  const principal = { ...principalOf(identities, role, about, limit), ...factsOf(session) };
  return { accessKeyId, secretAccessKey, sessionToken, expiresAt, principal };
}

/** A session of long-term keys has no second factor (IAM User Guide, `aws:MultiFactorAuthPresent`). */
function factsOf({ issuedAt, tags = {}, transitiveTagKeys = [], sourceIdentity }: Session) {
  const own = Object.entries(tags);
  return {
    sourceIdentity,
    transitiveTags: Object.fromEntries(own.filter(([key]) => transitiveTagKeys.includes(key))),
    keys: {
      'aws:MultiFactorAuthPresent': 'false',
      ...(issuedAt === undefined ? {} : { 'aws:TokenIssueTime': new Date(issuedAt).toISOString() }),
      ...(sourceIdentity === undefined ? {} : { 'aws:SourceIdentity': sourceIdentity }),
      ...Object.fromEntries(own.map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
    },
  };
}

function principalOf(
  identities: Identities,
  identity: Identity,
  about: Pick<Principal, 'kind' | 'arn' | 'userId'>,
  limit: Pick<CallerPolicies, 'session'> = {},
): Principal {
  const { account, partition } = parseArn(identity.arn) ?? { account: '', partition: '' };
  const policies = { identity: identities.policiesOf(identity), ...limit };
  return { ...about, account, partition, principalArn: identity.arn, policies };
}
