/**
 * Whether a caller may assume a role: the role's trust policy and the caller's own policies together (IAM User
 * Guide, "Policy evaluation logic" and "Cross-account policy evaluation logic").
 */
import {
  type AccessRequest,
  answerOf,
  applies,
  type CallerPolicies,
  decide,
  type Decision,
} from './evaluate';
import type { PolicyDocument } from './document';
import type { Statement } from './statement';

export interface Caller {
  /** A user's ARN, or that of a session under `sts`. */
  readonly arn: string;
  /** A user's ARN, or that of the role that a session is of. */
  readonly principalArn: string;
  readonly account: string;
  readonly partition: string;
}

/** The role that is asked for. Undefined is one that does not exist. */
export interface AskedRole {
  readonly account: string;
  readonly trust: PolicyDocument;
}

/**
 * How a trust policy lets a caller in. By name: it names the user or the session, or everybody (for everybody
 * unverified, A31). By role: it names the role that the caller's session is of. By account: it leaves the choice to
 * the caller's account, whose own policies have to allow it.
 */
type Trust = 'denied' | 'untrusted' | 'by-account' | 'by-role' | 'by-name';

/** What the caller's own policies refuse is told first, whether or not there is such a role. */
export function decideAssumeRole(
  request: AccessRequest,
  caller: Caller,
  policies: CallerPolicies,
  role: AskedRole | undefined,
): Decision {
  const own = decide(request, policies);
  if (!own.allowed && own.how === 'explicit-deny') return own;
  const trust = role === undefined ? 'untrusted' : trustOf(role.trust, request, caller);
  if (trust === 'denied') return { allowed: false, by: 'trust', how: 'explicit-deny' };
  const alone = role?.account === caller.account && suffices(trust, request, policies);
  if (!own.allowed && !alone) return own;
  return trust === 'untrusted' ? { allowed: false, by: 'trust', how: 'no-allow' } : { allowed: true };
}

/**
 * Within one account a trust policy that names the caller needs no policy of the caller's own; where it names
 * the role that a session is of, the session policy still limits.
 */
function suffices(trust: Trust, request: AccessRequest, { session }: CallerPolicies): boolean {
  if (trust === 'by-name') return true;
  return trust === 'by-role' && (session === undefined || answerOf([session].flat(), request) === 'allowed');
}

const STRENGTH: readonly Trust[] = ['untrusted', 'by-account', 'by-role', 'by-name'];

function trustOf({ statements, variables }: PolicyDocument, request: AccessRequest, caller: Caller): Trust {
  const applying = statements
    .filter((statement) => applies(statement, request, variables))
    .map((statement) => ({ effect: statement.effect, trust: namesCaller(statement, caller) }))
    .filter(({ trust }) => trust !== 'untrusted');
  if (applying.some(({ effect }) => effect === 'Deny')) return 'denied';
  const strongest = Math.max(0, ...applying.map(({ trust }) => STRENGTH.indexOf(trust)));
  return STRENGTH[strongest] ?? 'untrusted';
}

/** @returns `untrusted` for a statement that is not about this caller. */
function namesCaller({ principals }: Statement, caller: Caller): Trust {
  if (principals === undefined) return 'untrusted';
  const ways = principals.patterns.map((name) => wayOf(name, caller));
  const strongest = STRENGTH[Math.max(0, ...ways.map((way) => STRENGTH.indexOf(way)))] ?? 'untrusted';
  if (!principals.except) return strongest;
  return strongest === 'untrusted' ? 'by-name' : 'untrusted';
}

function wayOf(name: string, caller: Caller): Trust {
  const { account, partition } = caller;
  if (name === '*' || name === caller.arn) return 'by-name';
  if (name === caller.principalArn) return 'by-role';
  const isAccount = name === account || name === `arn:${partition}:iam::${account}:root`;
  return isAccount ? 'by-account' : 'untrusted';
}
